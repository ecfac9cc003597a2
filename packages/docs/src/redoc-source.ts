/** A text of Redoc's bundle, what stands in its place, and the reason. */
export type Change = { why: string; from: string; to: string };

/**
 * The changes made to Redoc's own bundle, for which it has no option. The server and the browser run the same changed
 * text, so that what is hydrated is what was prerendered. The texts belong to the version in the catalog: when a new
 * version words one differently the build fails and names it, and somebody looks at the change again.
 */
const changes: readonly Change[] = [
  {
    why: "raw HTML in the description's Markdown is shown as text (Redoc's sanitize option needs a DOM on the server, and eats <words> inside code)",
    from: "new yL.Tokenizer({html:!0,",
    to: "new yL.Tokenizer({html:!1,",
  },
  {
    why: "Markdoc's html tag, the other way to any element, does not exist",
    from: "var TL={html:xL.schema,",
    to: "var TL={",
  },
  {
    why: "expanded nested properties are rendered at once, not when they scroll into view, so that they are in the HTML",
    from: "function HD({forceMount:e=!1,estimatedHeight:t,children:n}){let[r,i]=useState(e)",
    to: "function HD({forceMount:e=!1,estimatedHeight:t,children:n}){let[r,i]=useState(!0)",
  },
  {
    why: "the attribution is a word, in the HTML too, not an image from cdn.redoc.ly",
    from: "t?jsx(`img`,{alt:`redocly logo`,onError:()=>n(!1),src:e?`https://cdn.redoc.ly/redoc/logo-mini-full.svg`:`https://cdn.redoc.ly/redoc/logo-mini.svg`}):null",
    to: "jsx(`p`,{children:e?`Redocly`:`R`})",
  },
  {
    why: "the search field does not say that it is loading: it loads when a reader comes near",
    from: "jsx(`span`,{children:a(`loading`,`Loading...`)})",
    to: "jsx(`span`,{children:`Search`})",
  },
  {
    why: "a request sample may say for which of the operation's examples it is",
    from: "?.map(({lang:e,label:t,source:n})=>({lang:e,label:t,source:n}))",
    to: "",
  },
  {
    why: "the sample that is shown is the one for the example and the media type that are chosen",
    from: "let e=O?.find(e=>KE(e)===k);return e?e.source:",
    to: "let a=O?.filter(e=>KE(e)===k),l=a?.filter(e=>e.mediaType===o),e=l?.find(e=>e.example===ne)??l?.[0]??a?.[0];return e?e.source:",
  },
  {
    why: "and it changes when another is chosen",
    from: "},[k,O,n]),ae=",
    to: "},[k,O,n,o,ne]),ae=",
  },
  {
    why: "a code block in Markdown is highlighted and can be copied, as a sample is",
    from: "var OL={table:{transform",
    to: "var OL={fence:{transform(e){let{language:t,content:n}=e.attributes;return new yL.Tag(`MarkdownCode`,{lang:t,source:n})}},table:{transform",
  },
  {
    why: "and this is its element",
    from: "kL={HtmlScript:()=>null}",
    to: "kL={HtmlScript:()=>null,MarkdownCode:({lang:e,source:t})=>jsx(f_,{lang:{sh:`bash`,ts:`typescript`}[e]??e,source:t,header:{controls:{copy:{}}}})}",
  },
  {
    why: "in what search shows, a line break in Markdown parts two words",
    from: "function n(e){if(!Jre(e)){typeof e.attributes?.content==`string`",
    to: "function n(e){if(!Jre(e)){/break$/.test(e.type)&&t.push(` `),typeof e.attributes?.content==`string`",
  },
  {
    why: "icons named by a description are not fetched from cdn.redocly.com",
    from: "https://cdn.redocly.com/icons/fa/7.0.0",
    to: "data:,",
  },
  {
    why: "code icons named by a description are not fetched from cdn.redocly.com",
    from: "https://cdn.redocly.com/icons/code/5.24.0",
    to: "data:,",
  },
];

/**
 * Redoc's bundle with the changes above.
 *
 * @throws {Error} when a text to change is not there exactly once: this is another version of Redoc.
 */
export function adaptRedoc(source: string): string {
  return applyChanges(source, changes);
}

/** @throws {Error} when a text to change is not there exactly once: this is another version of Redoc. */
export function applyChanges(source: string, changes: readonly Change[]): string {
  return changes.reduce((adapted, { why, from, to }) => {
    const pieces = adapted.split(from);
    if (pieces.length !== 2) {
      throw new Error(
        `Redoc's bundle has ${JSON.stringify(from)} ${pieces.length - 1} times, not once; look again: ${why}`,
      );
    }
    return pieces.join(to);
  }, source);
}

/** Whether a file or a URL is Redoc's bundle. */
export function isRedoc(location: string): boolean {
  return /[\\/]redoc[\\/]bundles[\\/]redoc\.js$/.test(location);
}
