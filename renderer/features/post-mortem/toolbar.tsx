import { type Editor, useEditorState } from '@tiptap/react';
import {
  Bold,
  ChevronDown,
  Code,
  Italic,
  Link,
  type LucideIcon,
  MessageSquarePlus,
  Redo2,
  Rows3,
  Search,
  Strikethrough,
  Undo2,
} from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { Toolbar as AriaToolbar } from 'react-aria-components/Toolbar';
import { ICON } from '../../ui/icon.ts';
import { PickButton } from '../../ui/pick-button.tsx';
import { FRAMES, LINE_KINDS, LISTS, TEXT } from './editor/blocks.ts';
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
    keys: 'Ctrl B',
    icon: Bold,
    run: (editor) => void editor.chain().focus().toggleBold().run(),
  },
  {
    name: 'italic',
    label: 'Italic',
    keys: 'Ctrl I',
    icon: Italic,
    run: (editor) => void editor.chain().focus().toggleItalic().run(),
  },
  {
    name: 'strike',
    label: 'Strikethrough',
    keys: 'Ctrl Shift S',
    icon: Strikethrough,
    run: (editor) => void editor.chain().focus().toggleStrike().run(),
  },
  {
    name: 'code',
    label: 'Code',
    keys: 'Ctrl E',
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
      <Tooling label="Link" keys="Ctrl Shift K" icon={Link} isOn={now.isLink} onPress={onLink} />
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
        keys="Ctrl Alt M"
        icon={MessageSquarePlus}
        isDisabled={now.isEmpty}
        onPress={onComment}
      />
      <Deed label="Find" keys="Ctrl F" icon={Search} onPress={onFind} />
      <Deed
        label="Undo"
        keys="Ctrl Z"
        icon={Undo2}
        isDisabled={!now.canUndo}
        onPress={() => void editor.chain().focus().undo().run()}
      />
      <Deed
        label="Redo"
        keys="Ctrl Shift Z"
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
  readonly keys?: string;
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
};

function Deed({ label, icon: Icon, keys, isDisabled = false, onPress }: DeedProps) {
  return (
    <span title={keys === undefined ? label : `${label} (${keys})`} className={styles.place}>
      <Button
        className={styles.tool ?? ''}
        aria-label={label}
        isDisabled={isDisabled}
        onPress={onPress}
      >
        <Icon {...ICON} />
      </Button>
    </span>
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
    <span title={keys === undefined ? label : `${label} (${keys})`} className={styles.place}>
      <ToggleButton
        className={styles.tool ?? ''}
        aria-label={label}
        isSelected={isOn}
        onChange={onPress}
      >
        <Icon {...ICON} />
      </ToggleButton>
    </span>
  );
}
