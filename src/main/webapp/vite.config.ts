import { defineConfig } from 'vite';

/** Where a portal listens while pages are developed with `npm run dev`. */
const portal = process.env['PORTAL_URL'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  build: {
    outDir: '../../../target/webapp',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // A data: image or font would need its own exception in the content security policy.
    assetsInlineLimit: 0,
  },
  server: {
    proxy: {
      '/api': portal,
      '/socket.io': { target: portal, ws: true },
    },
  },
});
