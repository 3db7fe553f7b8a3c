// Loaded into a child server by serve.ts: when the starter dies, however suddenly, its channel closes and the server ends
// too, instead of holding the port.
process.on("disconnect", () => process.exit(0));
process.channel?.unref();
