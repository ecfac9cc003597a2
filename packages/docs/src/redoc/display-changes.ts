// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are texts of a program

import type { Change } from "../redoc-source.ts";

/** Changes to the half of Redoc that shows pages, for which it has no option. */
export const displayChanges: readonly Change[] = [
  {
    why: "a page shows its own section or operation, not the whole reference from there on: pages stay small however large the description is, and nothing is put in above what a reader reads",
    from: "d=useMemo(()=>{if(a||!u)return s;let e=s.findIndex(e=>e.sectionId===u||e.children.some(e=>e.path===u));return e>0?s.slice(e):s},[s,u,a]);",
    to: "d=useMemo(()=>{let e=s.find(e=>e.sectionId===u||e.children.some(e=>e.path===u))??s[0];return e?[{...e,children:e.children.filter(e=>e.path===u)}]:[]},[s,u]);",
  },
  {
    why: "and an operation's page does not have its tag's text above it",
    from: "n=!a&&t>0?t:0,r=a||t===-1;",
    to: "n=0,r=t===-1;",
  },
  {
    why: "and it is laid out at once: it is all that there is",
    from: "SB=styled$1.div`\n  width: 100%;\n  content-visibility: auto;",
    to: "SB=styled$1.div`\n  width: 100%;",
  },
  {
    why: "the address of a page stays the same while a reader scrolls",
    from: "(r===n||!window.location.pathname.includes(r)&&!window.location.hash.includes(r))&&cz(i)",
    to: "0",
  },
  {
    why: "becoming interactive does not scroll back a reader who has scrolled",
    from: "if(!c&&O1(s)===document.querySelector(`[data-section-id]`)){window.scrollTo(0,0);return}",
    to: "if(!c&&O1(s)===document.querySelector(`[data-section-id]`)){o!==`POP`&&window.scrollTo(0,0);return}",
  },
  {
    why: "fields, samples and menu become interactive one after the other, whichever a reader touches first",
    from: "if(t===R.ITEM)return jsx(S1,{node:a.node});",
    to: "if(t===R.ITEM)return jsx(React.Suspense,{children:jsx(S1,{node:a.node})});",
  },
  {
    why: "the same for samples",
    from: "return jsx(wue,{node:e},`${n}-${t}`)",
    to: "return jsx(React.Suspense,{children:jsx(wue,{node:e})},`${n}-${t}`)",
  },
  {
    why: "the same for the menu",
    from: "jsx(exe,{items:e})]})",
    to: "jsx(React.Suspense,{children:jsx(exe,{items:e})})]})",
  },
  {
    why: "what a page says first does not depend on the colours that the reader prefers, which the server does not know",
    from: '"aria-label":t,size:`small`,variant:`outlined`,icon:jsx(axe,{mode:t})',
    to: '"aria-label":`Switch color mode`,size:`small`,variant:`outlined`,icon:jsxs(Fragment$1,{children:[jsx(axe,{mode:`dark`}),jsx(axe,{mode:`light`})]})',
  },
  {
    why: "a page has a heading of the first level, and those below follow",
    from: "case 2:return jsxs(Dpe,{$inline:_,",
    to: "case 2:return jsxs(Epe,{$inline:_,",
  },
  {
    why: "the same",
    from: "case 4:return jsx(kpe,{$inline:_,",
    to: "case 4:return jsx(kpe,{as:`h2`,$inline:_,",
  },
  {
    why: "the same",
    from: "case 5:return jsx(Ape,{$inline:_,",
    to: "case 5:return jsx(Ape,{as:`h3`,$inline:_,",
  },
  {
    why: "the same",
    from: "jsx(Khe,{children:e}),i.length>0",
    to: "jsx(Khe,{as:`h3`,children:e}),i.length>0",
  },
  {
    why: "nothing comes after the overview that it were parted from",
    from: "  border-bottom: 1px solid var(--border-color-secondary);\n\n  [data-testid='middle-panel'] > :first-child {",
    to: "\n  [data-testid='middle-panel'] > :first-child {",
  },
  {
    why: "the menu is a landmark",
    from: "jsxs(Oxe,{className:e,",
    to: "jsxs(Oxe,{as:`nav`,'aria-label':`Pages`,className:e,",
  },
  {
    why: "the skip link has somewhere to go",
    from: "jsx(hCe,{children:",
    to: "jsx(hCe,{id:`content`,tabIndex:-1,children:",
  },
  {
    why: "search finds fields without the description beside what was made of it: their schemas are in that too",
    from: "document:V(s)?s:void 0}",
    to: "document:tg()}",
  },
  {
    why: "what search opens is a dialog",
    from: "jsx(Q_e,{onClick:x,",
    to: "jsx(Q_e,{role:`dialog`,'aria-modal':!0,'aria-label':`Search`,onClick:x,",
  },
  {
    why: "its field has a name",
    from: "jsx(y_e,{value:t,ref:a,placeholder:e,",
    to: "jsx(y_e,{'aria-label':`Search`,value:t,ref:a,placeholder:e,",
  },
  {
    why: "and the button that empties it",
    from: "jsx(b_e,{variant:`ghost`,",
    to: "jsx(b_e,{'aria-label':`Clear`,variant:`ghost`,",
  },
  {
    why: "search is reached with the keyboard",
    from: "jsx(ove,{onClick:e,onPointerEnter:t,",
    to: "jsx(ove,{as:`button`,type:`button`,onClick:e,onPointerEnter:t,onFocus:t,",
  },
  {
    why: "so is the switch between one and two columns",
    from: "jsxs(uxe,{onClick:t,",
    to: "jsxs(uxe,{as:`button`,type:`button`,'aria-label':`Switch between one and two columns`,onClick:t,",
  },
  {
    why: "the name of a list says what is chosen, as its text does",
    from: 'type:`button`,"aria-label":r,children:jsx(eN',
    to: 'type:`button`,"aria-label":r&&[r,i?.label].join(`: `),children:jsx(eN',
  },
  {
    why: "a table that is wider than the screen is scrolled with the keyboard",
    from: "new yL.Tag(`div`,{className:`md-table-wrapper`},",
    to: "new yL.Tag(`div`,{className:`md-table-wrapper`,tabIndex:0},",
  },
  {
    why: "the mark of a link to a field is a character: as an image it is a sixth of all elements on a page",
    from: "onFocus:g,onBlur:p,children:[jsx(bie,{ref:s,children:jsx(uie,{color:`--heading-anchor-color`})}),c?jsx(hie,{at:c}):null]",
    to: "onFocus:g,onBlur:p,ref:s,children:c?jsx(hie,{at:c}):null",
  },
  {
    why: "the colours of nested fields are the theme's, which has some for each ground",
    from: "A_=[`#9D00FF`,`#615CEA`,`#147DF5`,`#08BFCC`,`#08CC7A`,`#81CC08`,`#E5BE00`,`#FF8700`,`#FF00B8`]",
    to: "A_=Array.from({length:9},(e,t)=>`var(--depth-${t})`)",
  },
  {
    why: "colours that are set already are not set again, for which the browser would compute all styles anew, twice",
    from: "function Dh(e){let t=document.documentElement;",
    to: "function Dh(e){let t=document.documentElement;if(t.classList.contains(e))return;",
  },
  {
    why: "the theme is a style sheet of the site; it is 290 KB that would be made anew in each browser",
    from: "jsx(Gf,{}),",
    to: "",
  },
  { why: "and its parts", from: "Un(),ere(),ee()", to: "Un(),ee()" },
  {
    why: "no telemetry, and none of its client library",
    from: "return useMemo(()=>t===OE?new DE({specType:i??r,collectorUrl:a,serviceName:o,serviceVersion:s,disabled:c,typeOfUsage:l,beforeSend:(e,t)=>n.set(PE,{event:e,data:t})}):t,[t,n,r,i,a,o,s,c,l])",
    to: "return t",
  },
  {
    why: "its place is taken by an object that does nothing",
    from: "OE=new DE({disabled:!0})",
    to: "OE=new Proxy({},{get:()=>()=>{}})",
  },
  { why: "and so its image is not needed", from: "jsx(lie,{}),", to: "" },
  { why: "nothing is measured for it", from: "lz(),lB(e,t),null", to: "lz(),null" },
  {
    why: "the description is not there to copy a part of it (openapi.yaml and reference.md are), and so neither are the writers of YAML and GraphQL",
    from: "let n=await R$(a,t,l);",
    to: "let n;",
  },
  { why: "nor to offer as tools to a browser's agent", from: ",fCe(e);let _=", to: ";let _=" },
  {
    why: "the build parsed all Markdown, and pages do not bring its parser",
    from: "o??ER(void 0,u)",
    to: "({parse:e=>e,render:TR(jL())})",
  },
  {
    why: "the same",
    from: "SR=new yL.Tokenizer({html:!1,allowIndentation:!0,allowComments:!0});SR.parser.block.ruler.getRules(`reference`).length=0;",
    to: "SR=null;",
  },
  { why: "the same", from: "fL=new rL;", to: "fL=null;" },
  { why: "the same", from: "yL.Tokenizer=rL,", to: "" },
  { why: "the same", from: "yL.parse=mL,", to: "" },
  { why: "the same", from: "this.parse=mL,", to: "" },
  { why: "nor its writers of HTML", from: "RI={html:AI,react:MI,reactStatic:LI}", to: "RI={react:MI}" },
  { why: "the same", from: "{escapeHtml:OI}=(0,FP(qde()).default)().utils", to: "OI=null" },
  { why: "nor its sanitizer", from: "_c(),Wre(),ab=", to: "_c(),ab=" },
  {
    why: "search runs in the page: a worker from a text would need a looser Content-Security-Policy",
    from: "try{return e._factory??=Function(Bye),!0}catch{return!1}",
    to: "return!1",
  },
];
