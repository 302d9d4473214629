// zhengtu.editor(textarea): CodeMirror with SPARQL colours in the textarea's place.  It lives in a shadow tree, whose style sheets
// are made by script (adoptedStyleSheets), so that the page's policy against inline styles holds.
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, defaultHighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { sparql } from "@codemirror/legacy-modes/mode/sparql";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";

const look = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--paper)", border: "1px solid var(--soft)", borderRadius: ".4rem", fontSize: ".92rem", maxHeight: "32rem" },
  ".cm-gutters": { backgroundColor: "var(--ground)", color: "var(--soft)", border: "none" },
  ".cm-scroller": { overflow: "auto", fontFamily: "ui-monospace, monospace", minHeight: "14rem" },
  ".cm-activeLine": { backgroundColor: "transparent" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
});

// Typing over a selection of several lines is done by us: browsers would join the lines with inline styles, which the policy refuses.
// What is selected is asked of the document: the editor hears of a new selection only later.
const overtype = EditorView.domEventHandlers({
  beforeinput(event, view) {
    if (event.inputType !== "insertText" || event.isComposing || event.data === null) return false;
    const { from, to } = selected(view);
    if (from === to) return false;
    event.preventDefault();
    const changes = { from, to, insert: event.data };
    view.dispatch({ changes, selection: { anchor: from + event.data.length }, userEvent: "input.type", scrollIntoView: true });
    return true;
  },
});

function selected(view) {
  const found = view.root.getSelection?.();
  if (!found?.rangeCount || !view.contentDOM.contains(found.anchorNode)) return view.state.selection.main;
  const ends = [view.posAtDOM(found.anchorNode, found.anchorOffset), view.posAtDOM(found.focusNode, found.focusOffset)];
  return { from: Math.min(...ends), to: Math.max(...ends) };
}

(globalThis.zhengtu ??= {}).editor = (textarea) => {
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  textarea.before(host);
  textarea.hidden = true;
  const label = document.querySelector(`label[for="${textarea.id}"]`);
  const submit = keymap.of([{ key: "Mod-Enter", run: () => true }]);
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: textarea.value,
      extensions: [
        lineNumbers(), history(), drawSelection(), bracketMatching(), highlightActiveLine(), StreamLanguage.define(sparql),
        ...(dark ? [] : [syntaxHighlighting(defaultHighlightStyle)]),
        submit, keymap.of([...defaultKeymap, ...historyKeymap]), EditorView.lineWrapping, overtype, look,
        EditorView.contentAttributes.of({ "aria-label": label?.textContent ?? "SPARQL", spellcheck: "false" }),
      ],
    }),
  });
  label?.addEventListener("click", () => view.focus());
  return {
    get: () => view.state.doc.toString(),
    set: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
  };
};
