// The network of a node's surroundings, drawn by vis-network, which stands above this in one module.
// Labels are drawn on a canvas and tooltips are set as text: nothing of a document becomes markup.

const drawn = new WeakMap();

function begin(frame) {
  const nodes = new vis.DataSet(), edges = new vis.DataSet();
  const options = {
    physics: { enabled: false },
    interaction: {
      hover: true, tooltipDelay: 150, multiselect: false,
      keyboard: { enabled: true, bindToWindow: false, autoFocus: false },
    },
    nodes: { shape: "box", margin: 7, widthConstraint: { minimum: 90, maximum: 170 } },
    edges: { arrows: { to: { enabled: true, scaleFactor: 0.5 } }, smooth: { type: "continuous" } },
  };
  const network = new vis.Network(frame, { nodes, edges }, options);
  // The wheel scrolls the page unless Ctrl is held, so that nobody is caught in the picture.
  frame.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) event.stopImmediatePropagation();
  }, { capture: true });
  frame.network = network; // whoever looks at the page may ask where a node stands
  return { nodes, edges, network };
}

const ZOOM = {
  in: (network) => network.moveTo({ scale: network.getScale() * 1.3 }),
  out: (network) => network.moveTo({ scale: network.getScale() / 1.3 }),
  whole: (network) => network.fit({ animation: false, maxZoomLevel: 1 }),
};

// What is there keeps its place, also where the reader has drawn it to.
function bring(set, wanted) {
  const ids = new Set(wanted.map((one) => one.id));
  set.remove(set.getIds().filter((id) => !ids.has(id)));
  const fresh = wanted.filter((one) => !set.get(one.id));
  set.update(wanted.map((one) => {
    if (!set.get(one.id)) return one;
    const { x, y, ...rest } = one;
    return rest;
  }));
  return fresh.length;
}

export default function ({ data, parentElement, setTriggerValue }) {
  const frame = parentElement.querySelector(".network");
  if (!drawn.has(frame)) drawn.set(frame, begin(frame));
  const { nodes, edges, network } = drawn.get(frame);
  frame.setAttribute("aria-label", data.label);
  for (const [name, zoom] of Object.entries(ZOOM)) {
    const button = parentElement.querySelector(`button.${name}`);
    button.title = data.buttons[name];
    button.setAttribute("aria-label", data.buttons[name]);
    button.onclick = () => zoom(network);
  }
  const fresh = bring(nodes, data.nodes);
  bring(edges, data.edges);
  if (fresh) network.fit({ animation: false, maxZoomLevel: 1 });
  if (data.chosen && nodes.get(data.chosen)) network.selectNodes([data.chosen], false);
  network.off("click");
  network.off("doubleClick");
  network.on("click", ({ nodes: boxes, edges: lines }) => {
    if (boxes.length) setTriggerValue("picked", boxes[0]);
    else if (lines.length) setTriggerValue("proven", lines[0]);
  });
  network.on("doubleClick", ({ nodes: boxes }) => {
    if (boxes.length) setTriggerValue("opened", boxes[0]);
  });
}
