/// How the review document looks: light and dark, on paper and on a phone.
///
/// Written without `<`, `>`, `&` and `"`, so that it reads the same as HTML and as XML.
enum Stylesheet {
  static let text = """
    :root { color-scheme: light dark; --ink: #1c1f24; --paper: #ffffff; --soft: #f3f4f6;
      --line: #c9ced6; --dim: #545b66; --link: #0b57b0; --critical: #a3122b; --high: #9a4a00;
      --medium: #6d5a00; --low: #2f5d3a; --good: #1e6a37; --bar: #3f6fb5; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e8eaee; --paper: #14171b;
      --soft: #1f242b; --line: #414955; --dim: #a9b1bd; --link: #8ab8ff; --critical: #ff8a9b;
      --high: #ffb066; --medium: #e6cf5c; --low: #8fd6a2; --good: #8fd6a2; --bar: #7fa8e6; } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 62rem; padding: 1.5rem 1.25rem 4rem; color: var(--ink);
      background: var(--paper); overflow-wrap: anywhere;
      font: 1rem/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; }
    h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .5rem; }
    h2 { font-size: 1.35rem; margin: 2.75rem 0 .75rem; padding-bottom: .25rem;
      border-bottom: 1px solid var(--line); }
    h3 { font-size: 1.05rem; margin: 0 0 .25rem; line-height: 1.4; }
    a { color: var(--link); }
    a:focus-visible, summary:focus-visible, input:focus-visible {
      outline: 3px solid var(--link); outline-offset: 2px; }
    p { margin: .4rem 0; max-width: 46rem; }
    code, pre, .place { font-family: ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', monospace;
      font-size: .875rem; overflow-wrap: anywhere; }
    pre { background: var(--soft); border: 1px solid var(--line); border-radius: 6px;
      padding: .6rem .8rem; overflow-x: auto; margin: .6rem 0; }
    .verdict { font-size: 1.15rem; max-width: none; }
    .dim, .legend, .place { color: var(--dim); }
    nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; list-style: none; padding: 0; }
    .cards { display: flex; flex-wrap: wrap; gap: .75rem; padding: 0; margin: 1rem 0;
      list-style: none; }
    .cards li { flex: 1 1 7rem; background: var(--soft); border: 1px solid var(--line);
      border-radius: 8px; padding: .6rem .8rem; }
    .cards strong { display: block; font-size: 1.5rem; line-height: 1.2; }
    .badge { display: inline-block; border: 1.5px solid currentColor; border-radius: 4px;
      font-size: .75rem; font-weight: 700; letter-spacing: .03em; padding: 0 .45rem;
      margin-right: .4rem; text-transform: uppercase; }
    .critical { color: var(--critical); } .high { color: var(--high); }
    .medium { color: var(--medium); } .low { color: var(--low); } .good { color: var(--good); }
    .error { color: var(--critical); } .warning { color: var(--medium); }
    article { border: 1px solid var(--line); border-left: 5px solid var(--line);
      border-radius: 6px; padding: .9rem 1.1rem; margin: 1rem 0; break-inside: avoid; }
    article.is-critical { border-left-color: var(--critical); }
    article.is-high { border-left-color: var(--high); }
    article.is-medium { border-left-color: var(--medium); }
    article.is-low { border-left-color: var(--low); }
    .table { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; margin: .6rem 0; font-size: .925rem; }
    th, td { text-align: left; vertical-align: top; padding: .35rem .6rem;
      border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
    td:last-child { overflow-wrap: anywhere; }
    thead td { border-bottom-width: 2px; }
    .sources { display: flex; flex-wrap: wrap; gap: 0 1rem; list-style: none; padding: 0;
      margin: .4rem 0; font-size: .925rem; }
    thead th { font-weight: 600; border-bottom-width: 2px; white-space: nowrap; }
    td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
    .track { display: block; min-width: 9rem; background: var(--soft); border-radius: 2px; }
    .slider input { width: min(26rem, 60vw); vertical-align: middle; margin: 0 .6rem; }
    .bar { display: block; height: .65rem; min-width: 1px; background: var(--bar);
      border-radius: 2px; }
    .bar.over { background: var(--critical); }
    .sign td { height: 2.6rem; }
    figure { margin: 1rem 0; overflow-x: auto; }
    svg { max-width: 100%; height: auto; }
    svg text { fill: var(--ink); font: 13px system-ui, sans-serif; }
    svg .kind { fill: var(--dim); font-size: 11px; }
    svg .box { fill: var(--soft); stroke: var(--dim); stroke-width: 1.25; }
    svg .box.outside { stroke-dasharray: 5 3; }
    svg .arrow { fill: none; stroke: var(--dim); stroke-width: 1.1; }
    svg .arrow.later { stroke-dasharray: 4 3; }
    svg .head { fill: var(--dim); }
    svg .box.is-critical { stroke: var(--critical); stroke-width: 2.5; }
    svg .box.is-high { stroke: var(--high); stroke-width: 2.5; }
    svg .mark-critical { fill: var(--critical); font-weight: 700; }
    svg .mark-high { fill: var(--high); font-weight: 700; }
    svg .grid { stroke: var(--line); } svg .limit { stroke: var(--critical); }
    svg .curve { fill: none; stroke: var(--bar); stroke-width: 2; }
    .skip { position: absolute; left: -100vw; }
    .skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .2rem .6rem; }
    @media (max-width: 40rem) { figure svg { max-width: none; } }
    @media print { :root { color-scheme: light; --ink: #000; --paper: #fff; --soft: #f3f4f6;
      --line: #c9ced6; --dim: #444; --critical: #a3122b; --high: #9a4a00; --medium: #6d5a00;
      --low: #2f5d3a; --good: #1e6a37; --bar: #3f6fb5; }
      body { max-width: none; padding: 0; font-size: 10pt; }
      nav, .slider, .skip { display: none; } h2, h3 { break-after: avoid; }
      article { break-inside: auto; } tr, pre, svg { break-inside: avoid; }
      .table, figure, pre { overflow: visible; } pre { white-space: pre-wrap; }
      .table { font-size: 8.5pt; } .track { min-width: 5rem; print-color-adjust: exact; }
      a { color: inherit; text-decoration: none; } .page { break-before: page; } }
    """
}
