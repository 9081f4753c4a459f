// In the admin this name stands for a module of its own; who arrives here has it in his bundle.
throw new Error('tertib/screens is only there inside the admin: mark it as external when you bundle your pages (docs/guides/plugins.md).');
