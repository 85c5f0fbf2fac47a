package io.genjin.crm.contract;

import io.genjin.crm.testing.TestCrm;
import org.junit.jupiter.api.Nested;

/** The real stores keep the contracts, on the engine that genjin.test.database names. */
class DatabaseCrmIT {
    @Nested
    class Members extends MemberContract {
        @Override
        protected TestCrm crm() {
            return DatabaseCrm.emptied();
        }
    }

    @Nested
    class Customers extends CustomerContract {
        @Override
        protected TestCrm crm() {
            return DatabaseCrm.emptied();
        }
    }

    @Nested
    class Stages extends PipelineContract {
        @Override
        protected TestCrm crm() {
            return DatabaseCrm.emptied();
        }
    }

    @Nested
    class Leads extends LeadContract {
        @Override
        protected TestCrm crm() {
            return DatabaseCrm.emptied();
        }
    }

    @Nested
    class Chats extends ChatContract {
        @Override
        protected TestCrm crm() {
            return DatabaseCrm.emptied();
        }
    }

    @Nested
    class FollowUpRecords extends FollowUpContract {
        @Override
        protected TestCrm crm() {
            return DatabaseCrm.emptied();
        }
    }

    @Nested
    class Outsides extends OutsideContract {
        @Override
        protected TestCrm crm() {
            return DatabaseCrm.emptied();
        }
    }
}
