package dev.gantry.settings;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Values of a component of a settings record that make sense, as a settings file would have them. They are tried, beside those
 * of the environments, where a chart is made of the program; other values stay possible. Worth writing where the program looks
 * into a text: a made-up one would not be understood.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Samples {

    /** The values. */
    String[] value();
}
