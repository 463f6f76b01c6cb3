import { getLocale, getTranslations } from 'next-intl/server';
import type { Problem } from '#lib/kernel';

import { amazonWords } from '../../../../components/problem-groups.ts';
import { problemSentences } from '../../../../components/problem-sentences.ts';
import type { LooseTranslator } from '../../../../components/problem-translator.ts';

/** A readable page in place of a file that could not be made. */
export async function refusedPrint(
  problems: readonly Problem[],
  backTo: string,
): Promise<Response> {
  const locale = await getLocale();
  const t = (await getTranslations()) as unknown as LooseTranslator;
  const { what, fix } = problemSentences(locale, t);
  const tLabels = await getTranslations('box-labels');

  function paragraph(problem: Problem): string {
    const amazon = amazonWords(problem).map((said) => `<p lang="en"><q>${escape(said)}</q></p>`);
    const ours = `<strong>${escape(what(problem))}</strong> ${escape(fix(problem) ?? '')}`;
    return `<p>${ours}</p>${amazon.join('')}`;
  }

  const title = escape(tLabels('refused'));
  const html = `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<body style="font: 1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem">
<main>
<h1 style="font-size: 1.25rem">${title}</h1>
${problems.map(paragraph).join('\n')}
<p><a href="${escape(backTo)}">${escape(tLabels('back'))}</a></p>
</main>
</body>
</html>`;
  return new Response(html, {
    status: 409,
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
