import { Layouts, Page, useIsMobile } from '@strapi/strapi/admin';
import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';
import { paths } from '../paths';
import { useMay } from '../permissions';
import { Menu, PhoneMenu } from './Menu';
import { NotFound } from './NotFound';
import { firstRoom } from './rooms';
import { StoppedBanner } from './StoppedBanner';

const OverviewPage = lazy(() => import('./overview/OverviewPage'));
const CampaignsPage = lazy(() => import('./campaigns/CampaignsPage'));
const CampaignPage = lazy(() => import('./campaigns/CampaignPage'));
const ProofPage = lazy(() => import('./proof/ProofPage'));
const ReviewPage = lazy(() => import('./review/ReviewPage'));
const DeskPage = lazy(() => import('./review/DeskPage'));
const SubscribersPage = lazy(() => import('./subscribers/SubscribersPage'));
const SubscriberPage = lazy(() => import('./subscribers/SubscriberPage'));
const ListsPage = lazy(() => import('./lists/ListsPage'));
const ListPage = lazy(() => import('./lists/ListPage'));
const SegmentsPage = lazy(() => import('./segments/SegmentsPage'));
const SegmentPage = lazy(() => import('./segments/SegmentPage'));
const NewSourcePage = lazy(() => import('./lists/source/NewSourcePage'));
const ChangeSourcePage = lazy(() => import('./lists/source/ChangeSourcePage'));
const ExportsPage = lazy(() => import('./exports/ExportsPage'));
const ImportsPage = lazy(() => import('./suppressions/imports/ImportsPage'));
const SuppressionsPage = lazy(() => import('./suppressions/SuppressionsPage'));
const AuditPage = lazy(() => import('./audit/AuditPage'));

/** Everything under Newsletters. Pages, the desk and the chart are fetched when they are opened. */
export default function App() {
  // Strapi shows no side menu on a phone, so there it stands above the page.
  const isPhone = useIsMobile();
  return (
    <Layouts.Root sideNav={isPhone ? undefined : <Menu />}>
      {isPhone && <PhoneMenu />}
      <StoppedBanner />
      <Suspense fallback={<Page.Loading />}>
        <Routes>
          <Route index element={<FirstRoom />} />
          <Route path="campaigns" element={<CampaignsPage />} />
          <Route path="campaigns/:campaignId/:editionId?" element={<CampaignPage />} />
          <Route path="proof/:editionId" element={<ProofPage />} />
          <Route path="review" element={<ReviewPage />} />
          <Route path="review/:editionId" element={<DeskPage />} />
          <Route path="subscribers" element={<SubscribersPage />} />
          <Route path="subscribers/:subscriberId" element={<SubscriberPage />} />
          <Route path="lists" element={<ListsPage />} />
          <Route path="lists/:listId" element={<ListPage />} />
          <Route path="segments" element={<SegmentsPage />} />
          <Route path="segments/new" element={<SegmentPage />} />
          <Route path="segments/:segmentId" element={<SegmentPage />} />
          <Route path="lists/new/source" element={<NewSourcePage />} />
          <Route path="lists/:listId/sources/:sourceId" element={<ChangeSourcePage />} />
          <Route path="exports" element={<ExportsPage />} />
          <Route path="suppressions" element={<SuppressionsPage />} />
          <Route path="suppressions/imports" element={<ImportsPage />} />
          <Route path="audit" element={<AuditPage />} />
          <Route path="*" element={<NotFound />} />
        </Routes>
      </Suspense>
    </Layouts.Root>
  );
}

/** Who may see no campaigns comes in elsewhere. */
function FirstRoom() {
  const first = firstRoom(useMay());
  return first === paths.home ? <OverviewPage /> : <Navigate to={first} replace />;
}
