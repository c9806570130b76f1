// Contrast that axe cannot decide: single digits, text over patterns and shapes.

const LEAST = 4.5;

/** Numbers of the matrix and names on the map, against each colour behind them. */
export async function contrast(page) {
  const inks = await page.evaluate(() =>
    [...document.querySelectorAll('.matrix td a, .map text')].map((element) => {
      const style = getComputedStyle(element);
      const step = (name) => style.getPropertyValue(name);
      const under = element.matches('.gap')
        ? [step('--gap'), step('--gap-line')]
        : [step('--step') || getComputedStyle(document.body).backgroundColor];
      return {
        words: element.textContent,
        ink: element.matches('text') ? style.fill : style.color,
        grounds: element.matches('text') ? [step('--step')] : under,
      };
    }),
  );
  return pale(page, inks);
}

/** Texts whose contrast with a colour behind them is below 4.5; accepts any notation of colours. */
export async function pale(page, inks) {
  const colours = [...new Set(inks.flatMap(({ ink, grounds }) => [ink, ...grounds]))];
  const channels = new Map(
    await page.evaluate((colours) => {
      const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
      return colours.map((colour) => {
        canvas.fillStyle = '#fff';
        canvas.fillRect(0, 0, 1, 1);
        canvas.fillStyle = colour.trim();
        canvas.fillRect(0, 0, 1, 1);
        return [colour, [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)];
      });
    }, colours),
  );
  const part = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const light = (colour) => {
    const [r, g, b] = channels.get(colour).map((value) => part(value / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const ratio = (a, b) => Math.max(light(a), light(b)) / Math.min(light(a), light(b));
  return [
    ...new Set(
      inks.flatMap(({ words, ink, grounds }) =>
        grounds
          .filter((ground) => ratio(ink, ground) < LEAST)
          .map((ground) => `pale: ${words} (${ink} on ${ground.trim()}, ${ratio(ink, ground).toFixed(1)})`),
      ),
    ),
  ];
}
