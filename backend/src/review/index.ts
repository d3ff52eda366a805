export { ReviewModule } from './review.module.js';
export { ReviewService } from './review.service.js';
