import { type Editor, useEditorState } from '@tiptap/react';
import {
  Bold,
  ChevronDown,
  Code,
  Italic,
  Link,
  type LucideIcon,
  MessageCircleQuestionMark,
  MessageSquarePlus,
  Redo2,
  Rows3,
  Search,
  Strikethrough,
  Undo2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { Toolbar as AriaToolbar } from 'react-aria-components/Toolbar';
import { useDesktop } from '../../state/desktop.tsx';
import { ICON } from '../../ui/icon.ts';
import { keyLabel } from '../../ui/key-label.ts';
import { PickButton } from '../../ui/pick-button.tsx';
import { FRAMES, LINE_KINDS, LISTS, TEXT } from './editor/blocks.ts';
import { hintCount } from './editor/hints.ts';
import { TABLE_DEEDS } from './editor/table-keys.ts';
import styles from './toolbar.module.css';

export type ToolbarProps = {
  readonly editor: Editor;
  readonly onFind: () => void;
  readonly onLink: () => void;
  readonly onComment: () => void;
};

type Tool = {
  readonly name: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly run: (editor: Editor) => void;
};

const MARKS: readonly (Tool & { readonly keys: string })[] = [
  {
    name: 'bold',
    label: 'Bold',
    keys: 'Mod+B',
    icon: Bold,
    run: (editor) => void editor.chain().focus().toggleBold().run(),
  },
  {
    name: 'italic',
    label: 'Italic',
    keys: 'Mod+I',
    icon: Italic,
    run: (editor) => void editor.chain().focus().toggleItalic().run(),
  },
  {
    name: 'strike',
    label: 'Strikethrough',
    keys: 'Mod+Shift+S',
    icon: Strikethrough,
    run: (editor) => void editor.chain().focus().toggleStrike().run(),
  },
  {
    name: 'code',
    label: 'Code',
    keys: 'Mod+E',
    icon: Code,
    run: (editor) => void editor.chain().focus().toggleCode().run(),
  },
];

/** What is true where the caret is. */
const here = ({ editor }: { readonly editor: Editor }) => ({
  line: LINE_KINDS.find(({ isActive }) => isActive(editor))?.name ?? null,
  marks: MARKS.filter(({ name }) => editor.isActive(name)).map(({ name }) => name),
  blocks: [...LISTS, ...FRAMES].filter(({ isActive }) => isActive(editor)).map(({ name }) => name),
  isLink: editor.isActive('link'),
  isTable: editor.isActive('table'),
  canUndo: editor.can().undo(),
  canRedo: editor.can().redo(),
  isEmpty: editor.state.selection.empty,
  hints: hintCount(editor.state),
});

/** How the text looks, for whoever points, beside the keys that do the same. */
export function Toolbar({ editor, onFind, onLink, onComment }: ToolbarProps) {
  const now = useEditorState({ editor, selector: here });
  const line = LINE_KINDS.find(({ name }) => name === now.line) ?? TEXT;
  return (
    <AriaToolbar aria-label="Formatting" className={styles.toolbar ?? ''}>
      <PickButton
        label={`${line.label}, style of the line`}
        choices={LINE_KINDS.map(({ name, label }) => ({ key: name, name: label }))}
        chosen={now.line}
        onChoose={(key) => LINE_KINDS.find(({ name }) => name === key)?.run(editor)}
      >
        <span className={styles.style}>
          {line.label} <ChevronDown {...ICON} size={12} />
        </span>
      </PickButton>
      <Gap />
      {MARKS.map((mark) => (
        <Tooling
          key={mark.name}
          {...mark}
          isOn={now.marks.includes(mark.name)}
          onPress={() => mark.run(editor)}
        />
      ))}
      <Tooling label="Link" keys="Mod+Shift+K" icon={Link} isOn={now.isLink} onPress={onLink} />
      <Gap />
      {[...LISTS, ...FRAMES].map((kind) => (
        <Tooling
          key={kind.name}
          label={kind.label}
          icon={kind.icon}
          isOn={now.blocks.includes(kind.name)}
          onPress={() => kind.run(editor)}
        />
      ))}
      {now.isTable && (
        <PickButton
          label="Rows and columns"
          choices={TABLE_DEEDS.map(({ name, label }) => ({ key: name, name: label }))}
          chosen={null}
          onChoose={(key) => TABLE_DEEDS.find(({ name }) => name === key)?.run(editor)}
          look="icon"
        >
          <Rows3 {...ICON} />
        </PickButton>
      )}
      <Gap />
      <Deed
        label="Comment"
        keys="Mod+Alt+M"
        icon={MessageSquarePlus}
        isDisabled={now.isEmpty}
        onPress={onComment}
      />
      <Deed label="Find" keys="Mod+F" icon={Search} onPress={onFind} />
      {now.hints > 0 && (
        <Deed
          label={`Next hint, of ${now.hints}`}
          keys="F8"
          icon={MessageCircleQuestionMark}
          onPress={() => void editor.chain().focus().goToHint(1).run()}
        />
      )}
      <Deed
        label="Undo"
        keys="Mod+Z"
        icon={Undo2}
        isDisabled={!now.canUndo}
        onPress={() => void editor.chain().focus().undo().run()}
      />
      <Deed
        label="Redo"
        keys="Mod+Shift+Z"
        icon={Redo2}
        isDisabled={!now.canRedo}
        onPress={() => void editor.chain().focus().redo().run()}
      />
    </AriaToolbar>
  );
}

const Gap = () => <span className={styles.gap} aria-hidden="true" />;

type DeedProps = {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly keys?: string | undefined;
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
};

/** What it is called, with its key, for whoever points at it. */
function Titled({
  label,
  keys,
  children,
}: Pick<DeedProps, 'label' | 'keys'> & { children: ReactNode }) {
  const { hasCommandKey } = useDesktop();
  return (
    <span
      title={keys === undefined ? label : `${label} (${keyLabel(keys, hasCommandKey)})`}
      className={styles.place}
    >
      {children}
    </span>
  );
}

function Deed({ label, icon: Icon, keys, isDisabled = false, onPress }: DeedProps) {
  return (
    <Titled label={label} keys={keys}>
      <Button
        className={styles.tool ?? ''}
        aria-label={label}
        isDisabled={isDisabled}
        onPress={onPress}
      >
        <Icon {...ICON} />
      </Button>
    </Titled>
  );
}

/** A tool that is on or off where the caret is. */
function Tooling({
  label,
  icon: Icon,
  keys,
  isOn,
  onPress,
}: DeedProps & { readonly isOn: boolean }) {
  return (
    <Titled label={label} keys={keys}>
      <ToggleButton
        className={styles.tool ?? ''}
        aria-label={label}
        isSelected={isOn}
        onChange={onPress}
      >
        <Icon {...ICON} />
      </ToggleButton>
    </Titled>
  );
}
