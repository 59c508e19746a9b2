package dev.gantry.extension;

import java.util.List;

/** A text that is known only when every resource has been placed, such as the host of a Service: {@link dev.gantry.Text}. */
public interface LateText extends Late {

    /** The resources that the text depends on. */
    List<Resource> mentions();
}
