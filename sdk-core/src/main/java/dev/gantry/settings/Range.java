package dev.gantry.settings;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The least and the greatest number that a component of a settings record may have, both included; of a list or a mapping,
 * the number of its elements. A value outside of it is a finding when settings are read. The schema of a chart's values says it
 * too, and no chart is tried with other values.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Range {

    /** The least number. */
    long min() default Long.MIN_VALUE;

    /** The greatest number. */
    long max() default Long.MAX_VALUE;
}
