import { defineWords } from '../i18n/index.js';

export const words = defineWords(
  {
    diagram: (name: string) => `Diagram ${name}`,
    running: (count: number) => `${count} sedang berjalan di sini`,
    passed: (count: number) => `${count} proses melewati bagian ini`,
    openCalled: (name: string) => `Buka diagram ${name}`,
    zoomIn: 'Perbesar',
    zoomOut: 'Perkecil',
    fit: 'Tampilkan seluruhnya',
  },
  {
    diagram: (name: string) => `Diagram ${name}`,
    running: (count: number) => `${count} running here`,
    passed: (count: number) => (count === 1 ? '1 process comes through here' : `${count} processes come through here`),
    openCalled: (name: string) => `Open diagram ${name}`,
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fit: 'Show all',
  },
);
