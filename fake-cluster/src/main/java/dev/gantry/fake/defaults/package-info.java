/** What the server sets where a client leaves it open. */
@NullMarked
package dev.gantry.fake.defaults;

import org.jspecify.annotations.NullMarked;
