// Makes faster what works without it: the number in "Visa insatser", copying the link, printing.
// Everything it says comes from the page (data-*), so that translations live in one place.
const status = document.getElementById('status');
const say = (text) => { status.textContent = text; };

for (const button of document.querySelectorAll('[data-act]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    if (button.dataset.act === 'print') return print();
    try {
      await navigator.clipboard.writeText(location.href);
      say(button.dataset.done);
    } catch {
      say(button.dataset.failed);
    }
  });
}

const form = document.getElementById('sokform');
const apply = document.getElementById('visa');
if (form && apply) countWhileChoosing(form, apply);

function countWhileChoosing(form, apply) {
  const { plain, one, many } = apply.dataset;
  let timer;
  let running = new AbortController();

  async function count() {
    running.abort();
    running = new AbortController();
    const asked = new URLSearchParams(new FormData(form));
    asked.set('facets', 'none');
    asked.delete('page');
    try {
      const answer = await fetch(`${apply.dataset.url}?${asked}`, { signal: running.signal });
      if (!answer.ok) throw new Error(answer.status);
      const { total } = await answer.json();
      const number = String(total).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
      const words = (total === 1 ? one : many).replace('#', number);
      apply.textContent = apply.dataset.show.replace('#', words);
      say(words);
    } catch (error) {
      if (error.name !== 'AbortError') apply.textContent = plain;
    }
  }

  function changed(event) {
    // Words are counted when they are sent; what is being typed is never commented on.
    if (event.target.form !== form || event.target.type === 'search') return;
    clearTimeout(timer);
    timer = setTimeout(count, 300);
  }
  document.addEventListener('change', changed);
  document.addEventListener('input', changed);
}
