/** What the engine does against a server, the same for the one in memory and for a real one. */
@org.jspecify.annotations.NullMarked
package dev.gantry.engine.contract;
