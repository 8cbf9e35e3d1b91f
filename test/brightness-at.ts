import type { Page } from 'playwright-core';

/** How bright the outermost line of pixels of a picture is at an edge, away from text: from 0 to 255. */
export async function brightnessAt(page: Page, picture: Buffer, edge: 'top' | 'bottom'): Promise<number> {
  const url = `data:image/png;base64,${picture.toString('base64')}`;
  const other = await page.context().newPage();
  try {
    return Number(
      await other.evaluate(`new Promise((resolve) => {
        const image = new Image();
        image.onload = () => {
          const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
          const context = canvas.getContext('2d');
          context.drawImage(image, 0, 0);
          const y = ${edge === 'top' ? '1' : 'image.height - 2'};
          resolve(context.getImageData(image.width / 2, y, 1, 1).data[0]);
        };
        image.src = '${url}';
      })`),
    );
  } finally {
    await other.close();
  }
}
