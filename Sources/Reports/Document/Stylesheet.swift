/// How the review document looks: light and dark, and on a phone.
///
/// Written without `<`, `>`, `&` and `"`, so that it reads the same as HTML and as XML, and without
/// variables in shorthands, over which some printers pass.
enum Stylesheet {
  static let text = """
    :root { color-scheme: light dark; \(DocumentPalette.light) }
    @media (prefers-color-scheme: dark) { :root { \(DocumentPalette.dark) } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 62rem; padding: 1.5rem 1.25rem 4rem; color: var(--ink);
      background-color: var(--paper); overflow-wrap: break-word;
      font: 1rem/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; }
    h1, .system header h2 { font-size: 2rem; line-height: 1.2; margin: 0 0 .5rem; border: 0; }
    .system header { margin-top: 4rem; padding-top: 1.5rem; border-top: 3px solid;
      border-top-color: var(--line); }
    h2, .system h3 { font-size: 1.35rem; margin: 2.75rem 0 .75rem; padding-bottom: .25rem;
      border-bottom: 1px solid; border-bottom-color: var(--line); line-height: 1.4; }
    h3, .system h4 { font-size: 1.05rem; margin: 1.5rem 0 .25rem; line-height: 1.4; }
    article h3, .system article h4 { margin: 0 0 .25rem; }
    a { color: var(--link); }
    a:focus-visible, summary:focus-visible, input:focus-visible, [tabindex]:focus-visible {
      outline: 3px solid var(--link); outline-offset: 2px; }
    p { margin: .4rem 0; max-width: 46rem; }
    code, pre, .place { font-family: ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', monospace;
      font-size: .875rem; overflow-wrap: anywhere; }
    pre { background-color: var(--soft); border: 1px solid;
      border-color: var(--line); border-radius: 6px; padding: .6rem .8rem; overflow-x: auto;
      margin: .6rem 0; overflow-wrap: normal; }
    .verdict { font-size: 1.15rem; max-width: 54rem; margin: .6rem 0; }
    .lead { margin-top: 1rem; font-weight: 600; max-width: none; }
    .dim, .legend, .place { color: var(--dim); }
    .names { max-width: none; font-size: .925rem; }
    nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; list-style: none; padding: 0; }
    .cards { display: flex; flex-wrap: wrap; gap: .75rem; padding: 0; margin: 1rem 0;
      list-style: none; }
    .cards li { flex: 1 1 7rem; background-color: var(--soft); border: 1px solid;
      border-color: var(--line); border-radius: 8px; padding: .6rem .8rem; }
    .cards strong { display: block; font-size: 1.5rem; line-height: 1.2; }
    .badge { display: inline-block; border: 1.5px solid currentColor; border-radius: 4px;
      font-size: .75rem; font-weight: 700; letter-spacing: .03em; padding: 0 .45rem;
      margin-right: .4rem; text-transform: uppercase; }
    .critical { color: var(--critical); } .high { color: var(--high); }
    .medium { color: var(--medium); } .low { color: var(--low); } .good { color: var(--good); }
    .error { color: var(--critical); } .warning { color: var(--medium); }
    article { border: 1px solid; border-left-width: 5px; border-color: var(--line);
      border-radius: 6px; padding: .9rem 1.1rem; margin: 1rem 0; }
    article.is-critical { border-left-color: var(--critical); }
    article.is-high { border-left-color: var(--high); }
    article.is-medium { border-left-color: var(--medium); }
    article.is-low { border-left-color: var(--low); }
    .table { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; margin: .6rem 0; font-size: .925rem; }
    th, td { text-align: left; vertical-align: top; padding: .35rem .6rem;
      border-bottom: 1px solid; border-bottom-color: var(--line); }
    tbody .long, tbody .hash { overflow-wrap: anywhere; }
    tbody th { font-weight: inherit; }
    thead th { font-weight: 600; border-bottom-width: 2px; vertical-align: bottom; }
    thead td { border-bottom-width: 2px; }
    td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
    tbody .number { white-space: nowrap; }
    .at { background-color: var(--soft); }
    tbody code { overflow-wrap: break-word; }
    .advice tbody th { width: 30%; } .advice td:nth-child(3) { min-width: 15rem; }
    .accepted tbody th { width: 36%; } .accepted td:nth-child(4) { width: 28%; }
    .assumptions tbody th { width: 28%; } .assumptions td:nth-child(2) { width: 36%; }
    details { margin: .4rem 0; } summary { color: var(--link); cursor: pointer; }
    .sources { display: flex; flex-wrap: wrap; list-style: none; padding: 0;
      margin: .4rem 0; font-size: .925rem; } .sources li { margin-right: 1rem; }
    .track { display: block; min-width: 7rem; background-color: var(--soft); border-radius: 2px; }
    .slider input { width: min(20rem, 50vw); vertical-align: middle; margin: 0 .6rem; }
    .bar { display: block; height: .65rem; min-width: 1px; background-color: var(--bar);
      border-radius: 2px; }
    .bar.over { background-color: var(--critical); } .bar.later { background-color: var(--dim); }
    .sign td { height: 2.6rem; }
    figure { margin: 1rem 0; overflow: auto; }
    figure svg { display: block; max-width: 100%; height: auto; }
    figure.diagram { max-height: 85vh; border: 1px solid; border-color: var(--line);
      border-radius: 6px; }
    figure.diagram svg { max-width: none; }
    svg text { fill: var(--ink); font: 13px system-ui, sans-serif; }
    svg .kind { fill: var(--dim); font-size: 11px; }
    svg .box { fill: var(--soft); stroke: var(--dim); }
    svg .arrow { stroke: var(--dim); } svg .head { fill: var(--dim); }
    svg .box.is-critical { stroke: var(--critical); } svg .box.is-high { stroke: var(--high); }
    svg .mark-critical { fill: var(--critical); font-weight: 700; }
    svg .mark-high { fill: var(--high); font-weight: 700; }
    svg a:hover .box, svg a:focus .box { stroke: var(--link); }
    svg .grid { stroke: var(--line); } svg .limit { stroke: var(--critical); }
    svg .target, svg .leader { stroke: var(--dim); }
    \(curves)
    .skip { position: absolute; left: -100vw; }
    .skip:focus { left: 1rem; top: .5rem; background-color: var(--paper); padding: .2rem .6rem; }
    @media (max-width: 40rem) { figure svg { max-width: none; }
      .cards li { flex-basis: 6rem; } article { padding: .7rem .8rem; } }
    \(print)
    """

  private static let curves = DocumentPalette.curves.map { name in
    "svg .\(name) { stroke: var(--\(name)); } svg path.\(name) { fill: var(--\(name)); }"
  }.joined(separator: "\n")

  /// On paper: A4, numbered pages, nothing that has to be pressed, and no heading without a body.
  private static let print = """
    @page { size: A4; margin: 16mm 15mm 18mm;
      @bottom-right { content: counter(page) ' of ' counter(pages); font: 8pt sans-serif; } }
    @page diagram { size: A4 landscape; margin: 10mm; }
    @media print { :root { color-scheme: light; \(DocumentPalette.light) }
      body { max-width: none; padding: 0; font-size: 10pt; line-height: 1.4; }
      nav, .slider, .skip, .drawn { display: none; }
      details::details-content { content-visibility: visible; }
      h1, h2, h3, h4, .lead, .head { break-after: avoid; break-inside: avoid; }
      details, .table + p { break-before: avoid; } .at { background: none; }
      h2, .system h3 { margin-top: 1.4rem; } thead { display: table-header-group; }
      p, li { orphans: 3; widows: 3; } p, li, tr, pre, svg, .cards { break-inside: avoid; }
      .table, figure, pre { overflow: visible; } pre { font-size: 7.5pt; white-space: pre; }
      .table { font-size: 8pt; } .table code, table { font-size: inherit; }
      .table .hash { font-size: 7pt; } th, td { padding: .2rem .35rem; }
      .track { min-width: 4rem; } .track, .bar, .badge { print-color-adjust: exact; }
      .cards { gap: .4rem; } .cards li { flex-basis: 4rem; padding: .3rem .5rem; }
      .cards strong { font-size: 1.2rem; }
      article { margin: .7rem 0; padding: .6rem .8rem; } .verdict { font-size: 11.5pt; }
      summary { color: var(--dim); list-style: none; }
      figure.diagram { max-height: none; border: 0; }
      figure.diagram svg { max-width: 100%; max-height: 170mm; }
      .sources { break-before: avoid; break-inside: avoid; font-size: 8pt; }
      .wide { page: diagram; break-before: page; break-after: page; }
      .wide ul { columns: 2; font-size: 8pt; }
      .wide h2, .wide h3 { margin: 0; } .wide figure { margin: .4rem 0; }
      .wide figure.diagram svg { width: 100%; max-height: 165mm; }
      a { color: inherit; text-decoration: none; } .page { break-before: page; } }
    """
}
