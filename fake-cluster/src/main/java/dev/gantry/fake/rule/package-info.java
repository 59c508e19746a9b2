/** All rules together. */
@NullMarked
package dev.gantry.fake.rule;

import org.jspecify.annotations.NullMarked;
