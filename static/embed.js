// For other sites: inserts a frame with the search of the catalogue after the script element. The frame follows the
// height of its page; the fallback link beside it is hidden once the frame has answered.
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
      const fallback = frame.nextElementSibling;
      if (fallback?.querySelector(`a[href^="${origin}/sok"]`)) fallback.hidden = true;
    }
  });
  script.after(frame);
})();
