import { defineWords } from '../i18n/index.js';

export const words = defineWords(
  {
    diagram: (name: string) => `Diagram ${name}`,
    running: (count: number) => `${count} sedang berjalan di sini`,
    openCalled: (name: string) => `Buka diagram ${name}`,
    zoomIn: 'Perbesar',
    zoomOut: 'Perkecil',
    fit: 'Tampilkan seluruhnya',
  },
  {
    diagram: (name: string) => `Diagram ${name}`,
    running: (count: number) => `${count} running here`,
    openCalled: (name: string) => `Open diagram ${name}`,
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fit: 'Show all',
  },
);
