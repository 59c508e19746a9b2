/** Who may do what, as the finished objects of a program say it. */
@NullMarked
package dev.gantry.permission;

import org.jspecify.annotations.NullMarked;
