import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const withMessages = createNextIntlPlugin('./lib/i18n/request.ts');

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The practice shop's pages stand beside each other in folders, whose addresses end in a slash.
  skipTrailingSlashRedirect: true,
  serverExternalPackages: [
    '@react-pdf/renderer',
    '@cantoo/pdf-lib',
    '@napi-rs/canvas',
    '@node-rs/argon2',
    'bwip-js',
    'fontkit',
    'pdfjs-dist',
    'pg',
    'pg-boss',
    'zxing-wasm',
  ],
  // A listings report of a large seller comes in by a form, and through the proxy before that,
  // which would cut it at 10 MB without a word.
  experimental: { serverActions: { bodySizeLimit: '60mb' }, proxyClientMaxBodySize: '60mb' },
};

export default withMessages(config);
