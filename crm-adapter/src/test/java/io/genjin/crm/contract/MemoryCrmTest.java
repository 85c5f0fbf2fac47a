package io.genjin.crm.contract;

import io.genjin.crm.testing.MemoryCrm;
import io.genjin.crm.testing.TestCrm;
import org.junit.jupiter.api.Nested;

/** The in-memory CRM keeps the contracts, so that a test on it says something of the real one. */
class MemoryCrmTest {
    @Nested
    class Members extends MemberContract {
        @Override
        protected TestCrm crm() {
            return new MemoryCrm();
        }
    }

    @Nested
    class Customers extends CustomerContract {
        @Override
        protected TestCrm crm() {
            return new MemoryCrm();
        }
    }

    @Nested
    class Stages extends PipelineContract {
        @Override
        protected TestCrm crm() {
            return new MemoryCrm();
        }
    }

    @Nested
    class Leads extends LeadContract {
        @Override
        protected TestCrm crm() {
            return new MemoryCrm();
        }
    }

    @Nested
    class Chats extends ChatContract {
        @Override
        protected TestCrm crm() {
            return new MemoryCrm();
        }
    }

    @Nested
    class FollowUpRecords extends FollowUpContract {
        @Override
        protected TestCrm crm() {
            return new MemoryCrm();
        }
    }

    @Nested
    class Outsides extends OutsideContract {
        @Override
        protected TestCrm crm() {
            return new MemoryCrm();
        }
    }
}
