// The workspace: sums follow what is typed, what is saved is told, files show how far they have come.
// Everything works without: the server counts, saves and reads the same.

const tell = (element, text) => {
  if (element && element.textContent !== text) element.textContent = text;
};

// --- the first thing to be read -------------------------------------------------------------------

const first = document.querySelector("[data-focus]");
if (first) first.focus();

// --- running sums ---------------------------------------------------------------------------------

const form = document.getElementById("evaluation");

/** Points as they are typed, in tenths; null of an empty field, NaN of what is no number. */
function tenths(field) {
  const text = field.value.replace(/\s/g, "").replace(",", ".");
  if (text === "") return null;
  return /^\d+(\.\d+)?$/.test(text) ? Math.round(Number(text) * 10) : Number.NaN;
}

function shown(sum) {
  const text = sum % 10 ? (sum / 10).toFixed(1) : String(sum / 10);
  return text.replace(".", form.dataset.decimal);
}

function isWrong(field, value) {
  return Number.isNaN(value) || (value !== null && value > Number(field.dataset.max) * 10);
}

/** The points of an area: its questions where all have points, else as printed. */
function count(area) {
  const fields = [...area.querySelectorAll("[data-score]")];
  const values = fields.map(tenths);
  fields.forEach((field, at) => {
    if (isWrong(field, values[at])) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  });
  const known = values.filter((value) => value !== null && !Number.isNaN(value));
  const sum = known.reduce((total, value) => total + value, 0);
  tell(area.querySelector("[data-sum]"), known.length > 0 ? shown(sum) : "–");
  if (fields.length > 0 && known.length === fields.length) return sum;
  const printed = tenths(area.querySelector("[data-stated]"));
  return Number.isNaN(printed) ? null : printed;
}

function countAll() {
  const areas = [...form.querySelectorAll("[data-area]")].map(count);
  const known = areas.filter((points) => points !== null);
  const total = known.reduce((sum, points) => sum + points, 0);
  tell(document.getElementById("total-sum"), known.length > 0 ? shown(total) : "–");
}

// --- saving by itself -----------------------------------------------------------------------------

let typed = 0; // goes up with every key
let sent = 0; // what of it the last request had
let leaving = false;

const status = () => document.getElementById("saved");

function watch() {
  form.addEventListener("input", (event) => {
    typed += 1;
    if (event.target.matches("[data-score], [data-stated]")) countAll();
  });
  form.addEventListener("submit", () => {
    leaving = true;
  });
  document.addEventListener("htmx:before:request", () => {
    sent = typed;
    tell(status(), status()?.dataset.saving);
  });
  const failed = (event) => {
    leaving = false;
    const code = event.detail?.ctx?.response?.status;
    const { conflict, out, failed: other } = status()?.dataset ?? {};
    tell(status(), { 409: conflict, 401: out }[code] ?? other);
    sent = -1;
  };
  document.addEventListener("htmx:response:error", failed);
  document.addEventListener("htmx:error", failed);
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && typed !== sent) event.preventDefault();
  });
}

// --- files ----------------------------------------------------------------------------------------

/** Sends a file by itself, so that it can be told how much has been sent. */
function sendFile(upload, progress) {
  const request = new XMLHttpRequest();
  const { sending, reading, failed } = upload.dataset;
  request.upload.addEventListener("progress", ({ loaded, total, lengthComputable }) => {
    if (!lengthComputable) return;
    const share = Math.floor((100 * loaded) / total);
    tell(progress, share < 100 ? sending.replace("{n}", share - (share % 10)) : reading);
  });
  request.addEventListener("load", () => {
    if (request.status < 400 && request.responseURL !== upload.action) {
      window.location.assign(request.responseURL);
    } else {
      tell(progress, failed);
    }
  });
  request.addEventListener("error", () => tell(progress, failed));
  request.open("POST", upload.action);
  request.send(new FormData(upload));
}

function watchUpload(upload) {
  const field = upload.querySelector("[type=file]");
  const progress = upload.querySelector("[data-progress]");
  upload.addEventListener("submit", (event) => {
    event.preventDefault();
    if (field.files[0]?.size > Number(upload.dataset.most)) tell(progress, upload.dataset.large);
    else sendFile(upload, progress);
  });
  upload.addEventListener("dragover", (event) => {
    event.preventDefault();
    upload.dataset.over = "";
  });
  upload.addEventListener("dragleave", () => delete upload.dataset.over);
  upload.addEventListener("drop", (event) => {
    event.preventDefault();
    delete upload.dataset.over;
    if (event.dataTransfer.files.length === 1) field.files = event.dataTransfer.files;
  });
}

if (form) watch();
for (const upload of document.querySelectorAll("[data-upload]")) watchUpload(upload);
