package io.dualsight.cluster;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The same on a real API server. */
@EnabledIfEnvironmentVariable(
        named = "KUBE_ASSETS",
        matches = ".+",
        disabledReason = "KUBE_ASSETS names no folder with kube-apiserver and etcd")
class TokensOnRealApiTests extends TokenContract {

    @Override
    Api server() {
        return RealApi.shared();
    }
}
