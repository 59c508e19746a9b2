/** What a kind is made of: resources, the funnel that builders write with, and late values. A documented extension point. */
@NullMarked
package dev.gantry.extension;

import org.jspecify.annotations.NullMarked;
