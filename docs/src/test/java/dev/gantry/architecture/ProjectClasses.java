package dev.gantry.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** Lets through what is no test and no example, whether it is shipped or only tests use it. */
final class ProjectClasses implements ImportOption {

    private static final ImportOption NO_TESTS = new ImportOption.DoNotIncludeTests();

    @Override
    public boolean includes(Location location) {
        return NO_TESTS.includes(location)
                && !location.contains("-tests.jar")
                && !location.contains("/dev/gantry/examples/");
    }
}
