/** The editor of programs: CodeMirror, loaded when somebody begins to edit. */
import { javascript } from '@codemirror/lang-javascript';
import { python } from '@codemirror/lang-python';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { EditorView, basicSetup } from 'codemirror';
import type { Place } from './places';
import type { Language } from './session';

/** Colours of the site, which change with its light and dark mode. */
const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword], color: 'var(--code-keyword)' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: 'var(--code-string)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--code-number)' },
  { tag: tags.comment, color: 'var(--code-comment)' },
  { tag: [tags.typeName, tags.className], color: 'var(--code-type)' },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], color: 'var(--code-function)' },
]);

const look = EditorView.theme({
  '&': { fontSize: 'var(--vp-code-font-size)', backgroundColor: 'transparent', color: 'var(--vp-c-text-1)' },
  '.cm-content': { fontFamily: 'var(--vp-font-family-mono)', caretColor: 'var(--vp-c-text-1)', padding: '12px 0' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--vp-c-text-2)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--vp-c-default-soft)' },
  '&.cm-focused .cm-cursor': { borderLeftColor: 'var(--vp-c-text-1)' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': { background: 'var(--vp-c-brand-soft) !important' },
});

export interface Editor {
  readonly text: string;
  setText(text: string): void;
  focus(): void;
  /** Puts the cursor at a place, and shows it. One that isn't there is the next before it. */
  go(place: Place): void;
  destroy(): void;
}

/** Puts an editor into an element. Ctrl-Enter runs; Escape and then Tab leaves it, as everywhere with CodeMirror. */
export function openEditor(
  parent: HTMLElement,
  settings: { text: string; language: Language; label: string; run: () => void; changed?: (text: string) => void },
): Editor {
  const view = new EditorView({
    parent,
    doc: settings.text,
    extensions: [
      keymap.of([
        {
          key: 'Mod-Enter',
          run: () => {
            settings.run();
            return true;
          },
        },
      ]),
      basicSetup,
      settings.language === 'python' ? python() : javascript({ typescript: true }),
      syntaxHighlighting(colours),
      look,
      EditorState.tabSize.of(settings.language === 'python' ? 4 : 2),
      EditorView.contentAttributes.of({ 'aria-label': settings.label }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) settings.changed?.(update.state.doc.toString());
      }),
    ],
  });
  view.scrollDOM.tabIndex = 0; // what scrolls is reached by the keyboard
  return {
    get text() {
      return view.state.doc.toString();
    },
    setText: (text) => {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    focus: () => {
      view.focus();
    },
    go: ({ line, column }) => {
      const { doc } = view.state;
      const { from, to } = doc.line(Math.max(1, Math.min(line, doc.lines)));
      view.dispatch({ selection: { anchor: Math.min(from + column - 1, to) }, scrollIntoView: true });
      view.focus();
    },
    destroy: () => {
      view.destroy();
    },
  };
}
