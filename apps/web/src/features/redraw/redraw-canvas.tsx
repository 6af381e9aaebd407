'use client';

import '@xyflow/react/dist/style.css';
import {
  Background,
  ConnectionMode,
  Controls,
  MarkerType,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStoreApi,
  type Edge as FlowEdge,
  type NodeChange,
} from '@xyflow/react';
import { useMantineColorScheme } from '@mantine/core';
import { edgeName, type Edge } from '@holdout/diagram';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState, type DragEvent } from 'react';
import { ArrowLine } from './arrow-line';
import { LabelNode, type LabelFlowNode } from './label-node';
import { LABEL_DRAG_TYPE } from './label-tray';
import { NODE_SIZE, type Place, type PlacedNode, type Sketch, type Stroke } from './sketch';
import styles from './redraw-canvas.module.css';

interface Props {
  sketch: Sketch;
  textOf: (key: string) => string;
  draw: (stroke: Stroke) => void;
  /** The hint while nothing is placed, if it is not to press a label. */
  empty?: string;
}

const NODE_TYPES = { label: LabelNode };
const EDGE_TYPES = { arrow: ArrowLine };

/** The canvas: drag labels in, move them, draw arrows from the dot of one to another, delete what is selected. */
export function RedrawCanvas(props: Props) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

function Canvas({ sketch, textOf, draw, empty }: Props) {
  const t = useTranslations('redraw');
  const { colorScheme } = useMantineColorScheme();
  const { screenToFlowPosition } = useReactFlow();
  useNewLabelInView(sketch.nodes);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  /** Where labels are while they are dragged; the sketch learns of it when they are let go. */
  const [dragged, setDragged] = useState<ReadonlyMap<string, Place>>(new Map());

  const { nodes, edges } = useFlowParts({ sketch, textOf, selected, dragged });

  function select(id: string, isSelected: boolean) {
    setSelected((before) => {
      const after = new Set(before);
      if (isSelected) after.add(id);
      else after.delete(id);
      return after;
    });
  }

  function follow(changes: NodeChange<LabelFlowNode>[]) {
    for (const change of changes) {
      if (change.type === 'select') select(change.id, change.selected);
      if (change.type !== 'position' || !change.position) continue;
      const { id, position, dragging } = change;
      if (dragging) setDragged((before) => new Map(before).set(id, position));
      // Moved by the arrow keys: there is no letting go.
      else if (!dragged.has(id)) draw({ type: 'move', places: [{ key: id, ...position }] });
    }
  }

  function letGo(moved: readonly LabelFlowNode[]) {
    setDragged(new Map());
    draw({ type: 'move', places: moved.map(({ id, position }) => ({ key: id, ...position })) });
  }

  function drop(event: DragEvent) {
    const key = event.dataTransfer.getData(LABEL_DRAG_TYPE);
    if (!key) return;
    event.preventDefault();
    const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY });
    draw({ type: 'place', key, at: { x: x - NODE_SIZE.width / 2, y: y - NODE_SIZE.height / 2 } });
  }

  return (
    <div className={styles.canvas} data-testid="canvas">
      <ReactFlow<LabelFlowNode>
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        colorMode={colorScheme === 'dark' ? 'dark' : colorScheme === 'light' ? 'light' : 'system'}
        connectionMode={ConnectionMode.Loose}
        connectionRadius={30}
        minZoom={0.3}
        maxZoom={2}
        fitView={sketch.nodes.length > 0}
        defaultViewport={{ x: 24, y: 24, zoom: 0.9 }}
        fitViewOptions={{ maxZoom: 1, padding: 0.2 }}
        deleteKeyCode={['Delete', 'Backspace']}
        zoomOnScroll={false}
        preventScrolling={false}
        ariaLabelConfig={{
          'node.a11yDescription.default': t('nodeKeys'),
          'edge.a11yDescription.default': t('edgeKeys'),
        }}
        onNodesChange={follow}
        onEdgesChange={(changes) =>
          changes.forEach((change) => change.type === 'select' && select(change.id, change.selected))
        }
        onNodeDragStop={(_event, _node, moved) => letGo(moved)}
        onSelectionDragStop={(_event, moved) => letGo(moved)}
        onConnect={({ source, target }) => draw({ type: 'connect', from: source, to: target })}
        onDelete={({ nodes: goneNodes, edges: goneEdges }) =>
          draw({ type: 'remove', nodes: goneNodes.map(({ id }) => id), edges: goneEdges.map(toEdge) })
        }
        onDragOver={(event) => event.preventDefault()}
        onDrop={drop}
        attributionPosition="bottom-left"
      >
        <Background gap={24} />
        <Controls showInteractive={false} position="bottom-right" />
      </ReactFlow>
      {sketch.nodes.length === 0 && <p className={styles.empty}>{empty ?? t('emptyCanvas')}</p>}
    </div>
  );
}

interface Shown {
  sketch: Sketch;
  textOf: (key: string) => string;
  selected: ReadonlySet<string>;
  dragged: ReadonlyMap<string, Place>;
}

/** The sketch as the drawing library wants it. */
function useFlowParts({ sketch, textOf, selected, dragged }: Shown) {
  const t = useTranslations('redraw');
  const nodes = useMemo<LabelFlowNode[]>(
    () =>
      sketch.nodes.map(({ key, x, y }) => ({
        id: key,
        type: 'label',
        position: dragged.get(key) ?? { x, y },
        data: { text: textOf(key) },
        selected: selected.has(key),
        ...NODE_SIZE,
        measured: NODE_SIZE,
        ariaLabel: textOf(key),
      })),
    [sketch.nodes, dragged, selected, textOf],
  );
  const edges = useMemo<FlowEdge[]>(
    () =>
      sketch.edges.map((edge) => ({
        id: edgeName(edge),
        type: 'arrow',
        source: edge.from,
        target: edge.to,
        selected: selected.has(edgeName(edge)),
        markerEnd: { type: MarkerType.ArrowClosed, width: 18, height: 18 },
        ariaLabel: t('arrow', { from: textOf(edge.from), to: textOf(edge.to) }),
      })),
    [sketch.edges, selected, textOf, t],
  );
  return { nodes, edges };
}

/** A label placed by a press may land beyond the border: then all of them come into view. */
function useNewLabelInView(nodes: readonly PlacedNode[]) {
  const { fitView } = useReactFlow();
  const store = useStoreApi();
  const newest = nodes.at(-1);
  const count = useRef(nodes.length);
  useEffect(() => {
    const isNew = nodes.length > count.current;
    count.current = nodes.length;
    if (!isNew || !newest) return;
    const { width, height, transform } = store.getState();
    const [left, top, zoom] = transform;
    const [x, y] = [newest.x * zoom + left, newest.y * zoom + top];
    const isInView =
      x >= 0 && y >= 0 && x + NODE_SIZE.width * zoom <= width && y + NODE_SIZE.height * zoom <= height;
    if (!isInView) void fitView({ maxZoom: 1, padding: 0.15 });
  }, [nodes, newest, store, fitView]);
}

const toEdge = ({ source, target }: FlowEdge): Edge => ({ from: source, to: target });
