/** A directed graph: the successors of every node, nodes being the positions from 0. */
export type Digraph = readonly (readonly number[])[];

/** The sets of more than one node that all reach each other. */
export function findKnots(graph: Digraph): readonly (readonly number[])[] {
  return findComponents(graph).filter((members) => members.length > 1);
}

/**
 * The strongly connected components, each after those that its edges lead to: knots, and the nodes that are in none by
 * themselves. Tarjan's algorithm with a stack of its own, because a chain may be longer than the call stack.
 */
export function findComponents(graph: Digraph): readonly (readonly number[])[] {
  const components: number[][] = [];
  const order = new Int32Array(graph.length).fill(-1);
  const low = new Int32Array(graph.length);
  const next = new Int32Array(graph.length);
  const onPath = new Uint8Array(graph.length);
  const path: number[] = [];
  const open: number[] = [];
  let count = 0;

  const enter = (node: number): void => {
    order[node] = low[node] = count;
    count += 1;
    onPath[node] = 1;
    path.push(node);
    open.push(node);
  };
  const lower = (node: number, bound: number | undefined): void => {
    low[node] = Math.min(low[node] ?? 0, bound ?? 0);
  };
  const leave = (node: number): void => {
    open.pop();
    const parent = open.at(-1);
    if (parent !== undefined) lower(parent, low[node]);
    if (low[node] !== order[node]) return;
    const members = path.splice(path.lastIndexOf(node));
    for (const member of members) onPath[member] = 0;
    components.push(members.sort((one, other) => one - other));
  };

  for (let root = 0; root < graph.length; root += 1) {
    if (order[root] !== -1) continue;
    enter(root);
    for (let node = open.at(-1); node !== undefined; node = open.at(-1)) {
      const step = next[node] ?? 0;
      const successor = graph[node]?.[step];
      if (successor === undefined) {
        leave(node);
        continue;
      }
      next[node] = step + 1;
      if (order[successor] === -1) enter(successor);
      else if (onPath[successor] === 1) lower(node, order[successor]);
    }
  }
  return components;
}

/** A knot with more circles than this is not worth listing one by one, and could be made to cost without bound. */
const MOST_CIRCLES = 50;

/**
 * Circles that together pass through every node of `needed`, each the shortest one through the first node that has
 * none yet, in the order of the edges. All nodes must lie in one knot. Nodes that are left after `MOST_CIRCLES`
 * come as one last group `rest`, which is no circle.
 */
export function coverWithCircles(
  graph: Digraph,
  needed: readonly number[],
): { readonly circles: readonly (readonly number[])[]; readonly rest: readonly number[] } {
  const circles: (readonly number[])[] = [];
  const covered = new Set<number>();
  for (const node of needed) {
    if (covered.has(node)) continue;
    if (circles.length === MOST_CIRCLES) break;
    const circle = shortestCircle(graph, node);
    for (const member of circle) covered.add(member);
    circles.push(circle);
  }
  return { circles, rest: needed.filter((node) => !covered.has(node)) };
}

/** The nodes of a shortest way from `start` back to itself, beginning with `start`; `start` alone when there is none. */
function shortestCircle(graph: Digraph, start: number): readonly number[] {
  const cameFrom = new Map<number, number>();
  const queue = [start];
  for (const node of queue) {
    for (const successor of graph[node] ?? []) {
      if (successor === start) return wayTo(node, start, cameFrom);
      if (cameFrom.has(successor)) continue;
      cameFrom.set(successor, node);
      queue.push(successor);
    }
  }
  return [start];
}

function wayTo(end: number, start: number, cameFrom: ReadonlyMap<number, number>): readonly number[] {
  const way = [end];
  for (let node = end; node !== start;) {
    node = cameFrom.get(node) ?? start;
    way.push(node);
  }
  return way.reverse();
}

/**
 * A closed walk may pass a node twice: the simple circles it is made of, none of a single node.
 * `[1, 2, 3, 1, 4]` is `[1, 2, 3]` and `[1, 4]`.
 */
export function splitWalk(walk: readonly number[]): readonly (readonly number[])[] {
  const circles: (readonly number[])[] = [];
  const open: number[] = [];
  const position = new Map<number, number>();
  for (const node of walk) {
    const before = position.get(node);
    if (before !== undefined) {
      const circle = open.splice(before);
      for (const member of circle) position.delete(member);
      circles.push(circle);
    }
    position.set(node, open.length);
    open.push(node);
  }
  circles.push(open);
  return circles.filter((circle) => circle.length > 1);
}
