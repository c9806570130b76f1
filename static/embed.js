// For pages of others: puts the search of the catalogue where the script stands, in a frame that is as
// high as what it shows, and takes away the link beside it once the frame is there.
// <script src="…/static/embed.js" data-query="municipality=0764" async>
(() => {
  const script = document.currentScript;
  if (!script) return;
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
      const beside = frame.nextElementSibling;
      if (beside?.querySelector(`a[href^="${origin}/sok"]`)) beside.hidden = true;
    }
  });
  script.after(frame);
})();
