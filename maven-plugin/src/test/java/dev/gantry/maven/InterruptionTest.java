package dev.gantry.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class InterruptionTest {

    @Test
    void should_ask_the_run_to_stop_and_wait_until_it_has() throws InterruptedException {
        List<String> said = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch asked = new CountDownLatch(1);
        Interruption interruption = Interruption.calling(asked::countDown);

        Thread process = new Thread(() -> {
            interruption.interrupt();
            said.add("the process ends");
        });
        process.start();
        asked.await();
        said.add("the run has recorded what it did");
        interruption.close();
        process.join();

        assertThat(said).containsExactly("the run has recorded what it did", "the process ends");
    }
}
