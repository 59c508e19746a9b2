/** The printer that writes trees as YAML that people like to read. */
@NullMarked
package dev.gantry.yaml;

import org.jspecify.annotations.NullMarked;
