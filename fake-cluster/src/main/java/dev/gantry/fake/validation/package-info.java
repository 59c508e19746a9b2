/** Whether objects and changes of them are right, in the words of the server. */
@NullMarked
package dev.gantry.fake.validation;

import org.jspecify.annotations.NullMarked;
