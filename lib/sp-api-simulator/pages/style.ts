/** The one style sheet of the practice pages. */
export const STYLE = `
:root { color-scheme: light; --ink: #17202a; --quiet: #5b6673; --line: #d5dbe1; --deep: #0b4f6c; --soft: #f3f6f8; --warn: #9a3b12; }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.5 system-ui, "Noto Sans SC", sans-serif; color: var(--ink); background: #fff; }
a { color: var(--deep); }
header, main, footer { max-width: 60rem; margin: 0 auto; padding: 0.75rem 1rem; }
header { display: flex; flex-wrap: wrap; gap: 0.5rem 1.25rem; align-items: center; border-bottom: 1px solid var(--line); }
header strong { font-size: 1.1rem; }
header form { display: flex; gap: 0.5rem; }
header form[role="search"] { flex: 1 1 16rem; }
header nav { display: flex; flex-wrap: wrap; gap: 1rem; }
.practice { background: #fff4d6; border: 1px solid #e0c36a; padding: 0.35rem 0.75rem; margin: 0; text-align: center; font-size: 0.9rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 1rem 0; }
h2 { font-size: 1.15rem; margin: 1.5rem 0 0.5rem; }
ul.shelf { list-style: none; padding: 0; display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); }
ul.shelf li { border: 1px solid var(--line); border-radius: 6px; padding: 0.9rem; display: flex; flex-direction: column; gap: 0.3rem; }
.price { font-size: 1.15rem; font-weight: 600; }
.quiet { color: var(--quiet); font-size: 0.9rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: 0.5rem 0.6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
form.fields { display: grid; gap: 0.8rem; max-width: 30rem; }
label { display: grid; gap: 0.2rem; font-weight: 600; }
label.choice { display: flex; gap: 0.5rem; font-weight: 400; align-items: baseline; }
fieldset { border: 1px solid var(--line); border-radius: 6px; display: grid; gap: 0.4rem; }
input, select, textarea { font: inherit; font-weight: 400; padding: 0.45rem 0.6rem; border: 1px solid #8b96a2; border-radius: 4px; width: 100%; }
input[type="radio"] { width: auto; }
input[type="number"] { max-width: 6rem; }
button { font: inherit; white-space: nowrap; padding: 0.5rem 1rem; border: 1px solid var(--deep); border-radius: 4px; background: var(--deep); color: #fff; cursor: pointer; }
button.second { background: #fff; color: var(--deep); }
a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible, textarea:focus-visible { outline: 3px solid #f0a202; outline-offset: 2px; }
.wrong { border-left: 4px solid var(--warn); background: #fdf0ea; padding: 0.5rem 0.9rem; }
.right { border-left: 4px solid #2c7a4b; background: #ecf7f0; padding: 0.5rem 0.9rem; }
.row { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: end; }
footer { border-top: 1px solid var(--line); margin-top: 2rem; font-size: 0.9rem; }
`;
