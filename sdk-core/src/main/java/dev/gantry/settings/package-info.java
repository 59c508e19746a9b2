/** Settings of an environment, bound strictly from YAML files to a record; every mistake is a finding with its line. */
@NullMarked
package dev.gantry.settings;

import org.jspecify.annotations.NullMarked;
