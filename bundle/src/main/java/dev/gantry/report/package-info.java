/** Findings as a person or a tool reads them: text, JSON, SARIF, workflow annotations. */
@NullMarked
package dev.gantry.report;

import org.jspecify.annotations.NullMarked;
