// Makes faster what works without it: the number in "Visa insatser", suggestions while typing, ticks
// that go along from page to page, copying the link, printing, and the height of the frame in pages of
// others. Everything it says
// comes from the page (data-*), so that translations live in one place.
const status = document.getElementById('status');
const say = (text) => { status.textContent = text; };
const { lang } = document.documentElement;
// The digits that are used in Sweden, in every language.
const written = (number) => number.toLocaleString(`${lang}-u-nu-latn`);

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
if (document.getElementById('jamfor')) takeAlong();

// What is ticked for comparing goes along to other pages of the hits and to the hits themselves.
function takeAlong() {
  const boxes = [...document.querySelectorAll('.cmp')];
  const carry = (pairs) => {
    const other = pairs.getAll('id').filter((id) => !boxes.some((box) => box.value === id));
    const ticked = boxes.filter((box) => box.checked).map((box) => box.value);
    pairs.delete('id');
    for (const id of [...other, ...ticked]) pairs.append('id', id);
  };
  document.addEventListener('click', (event) => {
    const link = event.target.closest('.pag a, .sort a, .views a, .chips a, .hits a, .card h2 a');
    if (!link) return;
    const url = new URL(link.href);
    carry(url.searchParams);
    link.href = url;
  });
  form?.addEventListener('formdata', (event) => carry(event.formData));
}

// Fields left empty have no place in the address.
form?.addEventListener('formdata', ({ formData }) => {
  for (const name of new Set(formData.keys())) {
    const values = formData.getAll(name);
    if (values.every(Boolean)) continue;
    formData.delete(name);
    for (const value of values.filter(Boolean)) formData.append(name, value);
  }
});

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
    // What was read out of the words is chosen in the panel: what is left of them is looked for beside it.
    const { was } = form.elements;
    if (was && was.value === asked.get('q')) asked.set('q', was.dataset.rest);
    for (const name of ['page', 'id', 'was']) asked.delete(name);
    try {
      const answer = await fetch(`${apply.dataset.url}?${asked}`, { signal: running.signal });
      if (!answer.ok) throw new Error(answer.status);
      const { total } = await answer.json();
      const words = (total === 1 ? one : many).replace('#', written(total));
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

const field = document.querySelector('[data-suggest]');
if (field) suggestWhileTyping(field);

// ARIA combobox 1.2 with a listbox. What is typed is never overwritten: choosing a suggestion goes
// to the search that it stands for.
function suggestWhileTyping(field) {
  const PAUSE = 200;
  const SLOW = 500;
  const LEAST = 2;
  const MOST = 8;
  const words = JSON.parse(field.dataset.suggest);
  const list = document.createElement('div');
  let options = [];
  let marked = -1;
  let timer;
  let running = new AbortController();

  list.id = `${field.id}-forslag`;
  list.className = 'sug';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', words.label);
  field.after(list);
  const set = (attributes) => { for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value); };
  set({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id, autocomplete: 'off' });

  function close() {
    clearTimeout(timer);
    running.abort();
    list.hidden = true;
    options = [];
    mark(-1);
    set({ 'aria-expanded': 'false' });
  }

  function mark(number) {
    options[marked]?.setAttribute('aria-selected', 'false');
    marked = number;
    const option = options[marked];
    if (!option) return field.removeAttribute('aria-activedescendant');
    option.setAttribute('aria-selected', 'true');
    set({ 'aria-activedescendant': option.id });
    option.scrollIntoView({ block: 'nearest' });
  }

  function element(name, className, text, parent) {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    parent.append(made);
    return made;
  }

  /** The page that a suggestion leads to: an intervention, or a search. */
  function target({ url, parameters }) {
    const asked = new URLSearchParams();
    if (url) return lang === 'sv' ? url : `${url}?lang=${lang}`;
    for (const [name, value] of Object.entries(parameters)) {
      for (const one of [value].flat()) asked.append(name, one);
    }
    return `${field.form.getAttribute('action')}?${asked}`;
  }

  function show(groups) {
    list.replaceChildren();
    options = [];
    marked = -1;
    let left = MOST;
    for (const [name, found] of groups) {
      const items = found.slice(0, Math.min(left, Math.ceil(MOST / groups.length)));
      left -= items.length;
      if (items.length === 0) continue;
      const group = element('div', 'sug-group', '', list);
      const head = element('div', 'sug-head', words[name] ?? name, group);
      head.id = `${list.id}-${name}`;
      group.setAttribute('role', 'group');
      group.setAttribute('aria-labelledby', head.id);
      head.setAttribute('role', 'presentation');
      for (const item of items) {
        // Why it is there, where its name does not show it.
        const seen = !item.matched || item.label.toLowerCase().includes(field.value.trim().toLowerCase());
        const option = element('div', 'sug-option', seen ? item.label : `${item.label} (${item.matched})`, group);
        option.id = `${list.id}-${options.length}`;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        option.dataset.url = target(item);
        // Before the field loses the focus, or the list would be gone when the click arrives.
        option.addEventListener('mousedown', (event) => event.preventDefault());
        option.addEventListener('click', () => { location.href = option.dataset.url; });
        options.push(option);
      }
    }
    const count = options.length;
    if (count === 0) return close();
    list.hidden = false;
    set({ 'aria-expanded': 'true' });
    say((count === 1 ? words.one : words.many).replace('#', written(count)));
  }

  async function ask() {
    running = new AbortController();
    const { signal } = running;
    const typed = field.value;
    const late = setTimeout(() => running.abort(), SLOW);
    const asked = new URLSearchParams({ q: typed, limit: MOST });
    if (lang !== 'sv') asked.set('lang', lang);
    try {
      const answer = await fetch(`/api/v1/suggest?${asked}`, { signal });
      if (!answer.ok) throw new Error(answer.status);
      const body = await answer.json();
      const groups = Object.entries(body).filter(([, found]) => Array.isArray(found) && found.length > 0);
      if (field.value === typed && document.activeElement === field) show(groups);
    } catch {
      if (!signal.aborted || field.value === typed) close();
    } finally {
      clearTimeout(late);
    }
  }

  field.addEventListener('input', () => {
    close();
    if (field.value.trim().length >= LEAST) timer = setTimeout(ask, PAUSE);
  });
  field.addEventListener('blur', close);
  field.form.addEventListener('submit', close);
  field.addEventListener('keydown', (event) => {
    if (event.isComposing || list.hidden) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      const places = options.length + 1;
      mark(((marked + 1 + step + places) % places) - 1);
    } else if (event.key === 'Escape') {
      close();
    } else if (event.key === 'Enter' && marked >= 0) {
      location.href = options[marked].dataset.url;
    } else {
      return;
    }
    event.preventDefault();
  });
}

// In a frame of another page: it is told how high this one is, and nothing else.
if (document.body.classList.contains('embed') && parent !== window) {
  const tell = () => parent.postMessage({ insatskatalogHeight: document.documentElement.offsetHeight }, '*');
  new ResizeObserver(tell).observe(document.documentElement);
}
