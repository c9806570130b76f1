// For pages of others: puts the search of the catalogue where the script stands, in a frame that is
// as high as what it shows, and takes away the link beside it once that is there. <script src="…/static/embed.js" data-query="municipality=0764" async>
(() => {
  const script = document.currentScript;
  if (!script) return;
  const link = script.nextElementSibling;
  const { origin } = new URL(script.src);
  const frame = document.createElement('iframe');
  frame.src = `${origin}/inbaddat/sok?${script.dataset.query || ''}`;
  frame.title = script.dataset.title || 'Insatskatalogen';
  frame.loading = 'lazy';
  frame.width = '100%';
  frame.height = '760';
  frame.style.border = '0';
  addEventListener('message', (event) => {
    const height = event.data && event.data.insatskatalogHeight;
    if (event.origin === origin && event.source === frame.contentWindow && height > 0) {
      frame.height = String(Math.ceil(height));
      if (link) link.hidden = true;
    }
  });
  script.after(frame);
})();
