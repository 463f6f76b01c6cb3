import { getLocale, getTranslations } from 'next-intl/server';
import type { Problem } from '#lib/kernel';

import { amazonWords } from '../../components/problem-groups.ts';
import { problemSentences } from '../../components/problem-sentences.ts';
import type { LooseTranslator } from '../../components/problem-translator.ts';

/** A readable page in place of a file that could not be made. */
export async function refusedPrint(
  problems: readonly Problem[],
  backTo: string,
): Promise<Response> {
  const t = await getTranslations('box-labels');
  return page(problems, { title: t('refused'), back: t('back'), backTo, status: 409 });
}

/** What is to be known before the file is opened, and the way to it. */
export async function notesBeforePrint(
  notes: readonly Problem[],
  { backTo, onTo }: { readonly backTo: string; readonly onTo: string },
): Promise<Response> {
  const t = await getTranslations('box-labels');
  const links = { back: t('back'), backTo, on: t('openAnyway'), onTo };
  return page(notes, { ...links, title: t('beforePrinting'), status: 200 });
}

/** How far the file is; the page asks again by itself, and becomes the file when that is made. */
export async function printUnderWay(
  progress: { readonly done: number; readonly total: number } | undefined,
): Promise<Response> {
  const t = await getTranslations('box-labels');
  const { done = 0, total = 0 } = progress ?? {};
  const said = escape(progress ? t('pagesRead', { done, total }) : t('fetching'));
  const bar = progress
    ? `<progress value="${done}" max="${total}" aria-label="${said}"></progress>`
    : '';
  return document({
    title: escape(t('layingOut')),
    head: '<meta http-equiv="refresh" content="2">',
    main: `<p role="status">${said}</p>${bar}`,
    status: 202,
  });
}

type PageWords = {
  readonly title: string;
  readonly back: string;
  readonly backTo: string;
  readonly on?: string;
  readonly onTo?: string;
  readonly status: number;
};

async function page(problems: readonly Problem[], words: PageWords): Promise<Response> {
  const locale = await getLocale();
  const t = (await getTranslations()) as unknown as LooseTranslator;
  const { what, fix } = problemSentences(locale, t);

  function paragraph(problem: Problem): string {
    const amazon = amazonWords(problem).map((said) => `<p lang="en"><q>${escape(said)}</q></p>`);
    const ours = `<strong>${escape(what(problem))}</strong> ${escape(fix(problem) ?? '')}`;
    return `<p>${ours}</p>${amazon.join('')}`;
  }

  const on =
    words.onTo === undefined
      ? ''
      : `<p><a href="${escape(words.onTo)}"><strong>${escape(words.on ?? '')}</strong></a></p>`;
  const back = `<p><a href="${escape(words.backTo)}">${escape(words.back)}</a></p>`;
  return document({
    title: escape(words.title),
    head: '',
    main: [...problems.map(paragraph), on, back].join('\n'),
    status: words.status,
  });
}

type DocumentParts = {
  readonly title: string;
  readonly head: string;
  readonly main: string;
  readonly status: number;
};

async function document({ title, head, main, status }: DocumentParts): Promise<Response> {
  const html = `<!doctype html>
<html lang="${await getLocale()}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${head}
<title>${title}</title>
<body style="font: 1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem">
<main>
<h1 style="font-size: 1.25rem">${title}</h1>
${main}
</main>
</body>
</html>`;
  return new Response(html, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
