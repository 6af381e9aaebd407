'use client';

import { useMantineStyleNonce } from '@mantine/core';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { python } from '@codemirror/lang-python';
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { codeColours, codeTheme } from './code-look';

interface Props {
  label: string;
  /** The initial text; afterwards it keeps its own. */
  value: string;
  /** The line to mark, and what is wrong with it. */
  mark: { line: number; message: string } | null;
  onChange: (value: string) => void;
}

/**
 * Browsers insert non-breaking spaces when text is put in at once, and so do pages that code is copied from. They are not
 * valid Python.
 */
const plainSpaces = (text: string) => text.replaceAll('\u00a0', ' ');

/** An editor for Python, with line numbers. Tab leaves it, as it leaves every other field. */
export function CodeEditor({ label, value, mark, onChange }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const tell = useRef(onChange);
  const nonce = useMantineStyleNonce()?.() ?? '';
  const beginsWith = useRef(value);
  useEffect(() => {
    tell.current = onChange;
  });

  useEffect(() => {
    if (!place.current) return undefined;
    const made = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: beginsWith.current,
        extensions: [
          EditorView.cspNonce.of(nonce),
          EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
          lineNumbers(),
          lintGutter(),
          history(),
          drawSelection(),
          highlightActiveLine(),
          python(),
          indentUnit.of('    '),
          indentOnInput(),
          bracketMatching(),
          syntaxHighlighting(codeColours),
          codeTheme,
          EditorView.lineWrapping,
          keymap.of([...defaultKeymap, ...historyKeymap]),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) tell.current(plainSpaces(update.state.doc.toString()));
          }),
        ],
      }),
    });
    view.current = made;
    return () => {
      view.current = null;
      made.destroy();
    };
  }, [label, nonce]);

  const line = mark?.line ?? null;
  const message = mark?.message ?? '';
  useEffect(() => {
    const made = view.current;
    if (!made) return;
    const { doc } = made.state;
    const found: Diagnostic[] = [];
    if (line !== null && line <= doc.lines) {
      const { from, to } = doc.line(line);
      found.push({ from, to, severity: 'error', message });
    }
    made.dispatch(setDiagnostics(made.state, found));
  }, [line, message]);

  return <div ref={place} data-testid="code-editor" />;
}
