// Progressive enhancement; every page works without it. Adds the number of hits to the button of the filter panel,
// suggestions while typing, a selection for comparison that is kept between pages, buttons that copy the address and
// print, and the height of the embedded page. All texts come from data-* attributes of the page.

const status = document.getElementById('status');
const { lang } = document.documentElement;

/** Announces a text to screen readers through the live region of the page. */
const announce = (text) => { status.textContent = text; };

/** A number in the language of the page, always with the digits 0-9. */
const formatNumber = (number) => number.toLocaleString(`${lang}-u-nu-latn`);

// ---------- buttons that copy and print ----------

for (const button of document.querySelectorAll('[data-act]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    if (button.dataset.act === 'print') return print();
    try {
      await navigator.clipboard.writeText(location.href);
      announce(button.dataset.done);
    } catch {
      announce(button.dataset.failed);
    }
  });
}

// ---------- selection for comparison ----------

const searchForm = document.getElementById('sokform');
if (document.getElementById('jamfor')) keepSelection();

/** Adds the checked interventions to links between pages of hits, to links of hits, and to the search form. */
function keepSelection() {
  const LINKS = '.pagination a, .sorting a, .view-links a, .chips a, .hits a, .result-card h2 a';
  const checkboxes = [...document.querySelectorAll('[type=checkbox][form=jamfor]')];

  /** Replaces the ids of this page; ids that were selected on other pages stay. */
  const addSelection = (parameters) => {
    const elsewhere = parameters.getAll('id').filter((id) => !checkboxes.some((checkbox) => checkbox.value === id));
    const checked = checkboxes.filter((checkbox) => checkbox.checked).map((checkbox) => checkbox.value);
    parameters.delete('id');
    for (const id of [...elsewhere, ...checked]) parameters.append('id', id);
  };

  document.addEventListener('click', (event) => {
    const link = event.target.closest(LINKS);
    if (!link) return;
    const url = new URL(link.href);
    addSelection(url.searchParams);
    link.href = url;
  });
  searchForm?.addEventListener('formdata', (event) => addSelection(event.formData));
}

// ---------- search form ----------

// Keeps empty fields out of the address.
searchForm?.addEventListener('formdata', ({ formData }) => {
  for (const name of new Set(formData.keys())) {
    const values = formData.getAll(name);
    if (values.every(Boolean)) continue;
    formData.delete(name);
    for (const value of values.filter(Boolean)) formData.append(name, value);
  }
});

const applyButton = document.getElementById('visa');
if (searchForm && applyButton) showCount(searchForm, applyButton);

/** Shows in the button how many hits the chosen filters have, and announces it. */
function showCount(form, button) {
  const DELAY_MS = 300;
  const { plain, one, many } = button.dataset;
  let timer;
  let request = new AbortController();

  async function count() {
    request.abort();
    request = new AbortController();
    const parameters = new URLSearchParams(new FormData(form));
    parameters.set('facets', 'none');
    // Filters that were detected in the words are checked in the panel: count with the remaining words.
    const { was } = form.elements;
    if (was && was.value === parameters.get('q')) parameters.set('q', was.dataset.rest);
    for (const name of ['page', 'id', 'was']) parameters.delete(name);
    try {
      const response = await fetch(`${button.dataset.url}?${parameters}`, { signal: request.signal });
      if (!response.ok) throw new Error(response.status);
      const { total } = await response.json();
      const hits = (total === 1 ? one : many).replace('#', formatNumber(total));
      button.textContent = button.dataset.show.replace('#', hits);
      announce(hits);
    } catch (error) {
      if (error.name !== 'AbortError') button.textContent = plain;
    }
  }

  function countLater(event) {
    // The field for words triggers no count: announcements would interrupt typing.
    if (event.target.form !== form || event.target.type === 'search') return;
    clearTimeout(timer);
    timer = setTimeout(count, DELAY_MS);
  }
  document.addEventListener('change', countLater);
  document.addEventListener('input', countLater);
}

// ---------- suggestions ----------

const suggestField = document.querySelector('[data-suggest]');
if (suggestField) suggestWhileTyping(suggestField);

/** An ARIA 1.2 combobox with a listbox. Never changes the typed text: a chosen option opens its address. */
function suggestWhileTyping(field) {
  const DELAY_MS = 200;
  const TIMEOUT_MS = 500;
  const MIN_LENGTH = 2;
  const MAX_OPTIONS = 8;
  const texts = JSON.parse(field.dataset.suggest);
  const list = document.createElement('div');
  let options = [];
  let active = -1;
  let timer;
  let request = new AbortController();

  list.id = `${field.id}-forslag`;
  list.className = 'suggestions';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', texts.label);
  field.after(list);

  const setAttributes = (attributes) => {
    for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);
  };
  setAttributes({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.id,
    autocomplete: 'off',
  });

  function close() {
    clearTimeout(timer);
    request.abort();
    list.hidden = true;
    options = [];
    activate(-1);
    setAttributes({ 'aria-expanded': 'false' });
  }

  /** Makes an option the active one; -1 means none. */
  function activate(index) {
    options[active]?.setAttribute('aria-selected', 'false');
    active = index;
    const option = options[active];
    if (!option) return field.removeAttribute('aria-activedescendant');
    option.setAttribute('aria-selected', 'true');
    setAttributes({ 'aria-activedescendant': option.id });
    option.scrollIntoView({ block: 'nearest' });
  }

  function appendElement(parent, className, text) {
    const element = document.createElement('div');
    element.className = className;
    element.textContent = text;
    parent.append(element);
    return element;
  }

  /** The address of a suggestion: an intervention, or a search. */
  function addressOf({ url, parameters }) {
    if (url) return lang === 'sv' ? url : `${url}?lang=${lang}`;
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(parameters)) {
      for (const single of [value].flat()) search.append(name, single);
    }
    return `${field.form.getAttribute('action')}?${search}`;
  }

  function appendOption(group, item) {
    // Names the matched text when the label does not contain what was typed.
    const isVisible = !item.matched || item.label.toLowerCase().includes(field.value.trim().toLowerCase());
    const option = appendElement(group, 'suggestion', isVisible ? item.label : `${item.label} (${item.matched})`);
    option.id = `${list.id}-${options.length}`;
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    option.dataset.url = addressOf(item);
    // Keeps the focus in the field: on blur the list would close before the click.
    option.addEventListener('mousedown', (event) => event.preventDefault());
    option.addEventListener('click', () => { location.href = option.dataset.url; });
    options.push(option);
  }

  /** Shows the suggestions; `groups` are pairs of a name and its items. */
  function show(groups) {
    list.replaceChildren();
    options = [];
    active = -1;
    let remaining = MAX_OPTIONS;
    for (const [name, found] of groups) {
      const items = found.slice(0, Math.min(remaining, Math.ceil(MAX_OPTIONS / groups.length)));
      remaining -= items.length;
      if (items.length === 0) continue;
      const group = appendElement(list, 'suggestion-group', '');
      const heading = appendElement(group, 'suggestion-heading', texts[name] ?? name);
      heading.id = `${list.id}-${name}`;
      group.setAttribute('role', 'group');
      group.setAttribute('aria-labelledby', heading.id);
      heading.setAttribute('role', 'presentation');
      for (const item of items) appendOption(group, item);
    }
    const count = options.length;
    if (count === 0) return close();
    list.hidden = false;
    setAttributes({ 'aria-expanded': 'true' });
    announce((count === 1 ? texts.one : texts.many).replace('#', formatNumber(count)));
  }

  /** Asks the server. A late or failed response shows nothing. */
  async function fetchSuggestions() {
    request = new AbortController();
    const { signal } = request;
    const typed = field.value;
    const timeout = setTimeout(() => request.abort(), TIMEOUT_MS);
    const parameters = new URLSearchParams({ q: typed, limit: MAX_OPTIONS });
    if (lang !== 'sv') parameters.set('lang', lang);
    try {
      const response = await fetch(`/api/v1/suggest?${parameters}`, { signal });
      if (!response.ok) throw new Error(response.status);
      const body = await response.json();
      const groups = Object.entries(body).filter(([, found]) => Array.isArray(found) && found.length > 0);
      if (field.value === typed && document.activeElement === field) show(groups);
    } catch {
      if (!signal.aborted || field.value === typed) close();
    } finally {
      clearTimeout(timeout);
    }
  }

  field.addEventListener('input', () => {
    close();
    if (field.value.trim().length >= MIN_LENGTH) timer = setTimeout(fetchSuggestions, DELAY_MS);
  });
  field.addEventListener('blur', close);
  field.form.addEventListener('submit', close);
  field.addEventListener('keydown', (event) => {
    if (event.isComposing || list.hidden) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      // The positions are the options and "none", in a circle.
      const positions = options.length + 1;
      activate(((active + 1 + step + positions) % positions) - 1);
    } else if (event.key === 'Escape') {
      close();
    } else if (event.key === 'Enter' && active >= 0) {
      location.href = options[active].dataset.url;
    } else {
      return;
    }
    event.preventDefault();
  });
}

// ---------- embedded page ----------

// Sends its height, and nothing else, to the page around the frame.
if (document.body.classList.contains('embedded-page') && parent !== window) {
  const sendHeight = () => parent.postMessage({ insatskatalogHeight: document.documentElement.offsetHeight }, '*');
  new ResizeObserver(sendHeight).observe(document.documentElement);
}
