/** PNG at twice the size of the drawing, so that it can be printed. */
const SCALE = 2;

export const svgBlob = (svg: string): Blob => new Blob([svg], { type: 'image/svg+xml' });

/** @throws where the browser cannot draw it. */
export async function pngOf(svg: string): Promise<Blob> {
  const image = await loaded(svg);
  const canvas = Object.assign(document.createElement('canvas'), { width: image.width * SCALE, height: image.height * SCALE });
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser draws no pictures');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture is too large for this browser'))), 'image/png'));
}

function loaded(svg: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('The drawing cannot be shown as a picture'));
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  });
}

/** The browser's own dialog, in which it is printed or saved as PDF. The page is as wide as the drawing needs. */
export function print(title: string, svg: string): void {
  const frame = Object.assign(document.createElement('iframe'), { title });
  frame.className = 'visually-hidden';
  document.body.append(frame);
  const page = frame.contentDocument;
  const target = frame.contentWindow;
  if (!page || !target) return frame.remove();
  page.title = title;
  const drawing = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  drawing.setAttribute('width', '100%');
  drawing.setAttribute('height', 'auto');
  const style = Object.assign(page.createElement('style'), { textContent: '@page { size: A3 landscape; margin: 10mm } body { margin: 0 } svg { max-height: 100vh }' });
  page.head.append(style);
  page.body.append(page.adoptNode(drawing));
  target.addEventListener('afterprint', () => frame.remove());
  target.print();
}
