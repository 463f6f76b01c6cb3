import 'server-only';

// Staff door: the carrier itself. The only room that knows nodemailer.
export {
  type Carried,
  createPost,
  type Letter,
  type Post,
  post,
  type WebhookCall,
} from './post.ts';
export { newWebhookSecret } from './sign.ts';
