package dev.gantry.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** Lets through what is shipped: neither tests nor examples, whichever module they are in, nor what only tests use. */
final class SdkClasses implements ImportOption {

    private static final ImportOption PROJECT = new ProjectClasses();

    @Override
    public boolean includes(Location location) {
        return PROJECT.includes(location) && !location.contains("/dev/gantry/fake/");
    }
}
