export default {
  input: 'src/screens/index.tsx',
  // The admin has these; a second copy would not work.
  external: ['react', 'react/jsx-runtime', 'react-dom', '@tanstack/react-query', 'tertib/screens'],
  output: { file: 'dist/screens/screens.js' },
};
